// Letters to bytes to a draft, which is then looked over as a file is: there is one judge of what a
// scenario may hold.
#include <algorithm>

#include "design/bytes.h"
#include "design/file.h"
#include "design/link.h"
#include "design/link_form.h"
#include "lesson/scenario_limits.h"

namespace tenfold::design {
namespace {

using model::KindInfo;
using model::ParameterInfo;

const ParameterInfo* parameter_of(const KindInfo& kind, std::uint16_t hash) {
  const auto found =
      std::find_if(kind.parameters.begin(), kind.parameters.end(),
                   [hash](const ParameterInfo& other) { return hash_of(other.name) == hash; });
  return found == kind.parameters.end() ? nullptr : &*found;
}

struct Told {
  const KindInfo* kind = nullptr;
  std::vector<const ParameterInfo*> parameters = {};
};

std::string with_number(std::string_view what, std::size_t index) {
  return std::string(what) + " " + std::to_string(index + 1);
}

// The first thing that is wrong is what it says; from then on it reads nothing more.
class Body {
 public:
  explicit Body(std::string_view bytes) : in_(bytes) {}

  // Empty: all is read.
  std::string read(Draft& draft) {
    draft.id = in_.text(kLongestName);
    draft.title = in_.text(lesson::kLongestTitle * 4);
    draft.duration_s = in_.number();
    draft.warmup_s = in_.number();
    read_kinds();
    read_parts(draft);
    read_links(draft);
    read_changes(draft);
    read_goals(draft);
    if (fault_.empty() && !in_.is_good()) fault_ = "has something in it that no draft has";
    if (fault_.empty() && !in_.is_at_end()) fault_ = "goes on after its draft's end";
    return fault_;
  }

 private:
  static constexpr std::size_t kLongestName = 40;

  bool is_good() const { return fault_.empty() && in_.is_good(); }
  void fail(std::string fault) {
    if (is_good()) fault_ = std::move(fault);
  }

  std::size_t count(std::size_t most, std::string_view what) {
    const std::uint64_t count = in_.count();
    if (count <= most) return static_cast<std::size_t>(count);
    fail("has " + std::to_string(count) + " " + std::string(what) + ", and " +
         std::to_string(most) + " are the most");
    return 0;
  }

  // A place in a list; fails for one beyond it.
  std::size_t place(std::size_t size, const std::string& where, std::string_view what) {
    const std::uint64_t place = in_.count();
    if (place < size) return static_cast<std::size_t>(place);
    fail("names in " + where + " a " + std::string(what) + " that is not there");
    return 0;
  }

  void read_kinds() {
    const auto kinds = model::part_kinds();
    told_.resize(count(lesson::kMostScenarioParts, "kinds of part"));
    for (std::size_t i = 0; i < told_.size() && is_good(); ++i) {
      const std::uint16_t hash = in_.hash();
      const auto found = std::find_if(kinds.begin(), kinds.end(), [hash](const KindInfo* kind) {
        return hash_of(kind->name) == hash;
      });
      if (found == kinds.end()) return fail("has a kind of part that is not known here");
      told_[i].kind = *found;
      read_parameters(**found, told_[i].parameters);
    }
  }

  void read_parameters(const KindInfo& kind, std::vector<const ParameterInfo*>& list) {
    constexpr std::size_t kMost = 63;  // a bit each
    list.resize(count(kMost, "values of a part"));
    for (const ParameterInfo*& parameter : list) {
      parameter = parameter_of(kind, in_.hash());
      if (parameter != nullptr || !is_good()) continue;
      return fail("tells a " + std::string(kind.title) + " a value that is not known here");
    }
  }

  void read_parts(Draft& draft) {
    draft.parts.resize(count(lesson::kMostScenarioParts, "parts"));
    std::vector<std::pair<std::size_t, std::size_t>> machines;  // setting's part and its machine
    for (std::size_t i = 0; i < draft.parts.size() && is_good(); ++i) {
      model::PartSpec& part = draft.parts[i];
      const std::string where = with_number("part", i);
      const std::size_t kind = place(told_.size(), where, "kind");
      if (!is_good()) return;
      part.kind = told_[kind].kind->name;
      part.id = read_like(draft, i, &model::PartSpec::id, kLongestName);
      part.label = read_like(draft, i, &model::PartSpec::label, lesson::kLongestLabel * 4);
      part.place.column = in_.number();
      part.place.row = in_.number();
      const std::uint64_t mask = in_.count();
      for (std::size_t k = 0; k < told_[kind].parameters.size() && is_good(); ++k) {
        if ((mask >> k & 1U) == 0) continue;
        const ParameterInfo& parameter = *told_[kind].parameters[k];
        model::Setting& setting = part.settings.emplace_back();
        setting = read_value(parameter, where);
        if (!parameter.is_part) continue;
        const std::size_t machine = place(draft.parts.size(), where, "part");
        if (is_good()) machines.emplace_back(i, machine);
      }
    }
    // Machines may stand behind what runs on them.
    for (const auto& [part, machine] : machines) {
      for (model::Setting& setting : draft.parts[part].settings) {
        const KindInfo& kind = model::kind_info(draft.parts[part].kind);
        if (model::find_parameter(kind, setting.name)->is_part) {
          setting.text = draft.parts[machine].id;
        }
      }
    }
  }

  // Begins as that of an earlier part, and goes on.
  std::string read_like(const Draft& draft, std::size_t part, std::string model::PartSpec::*text,
                        std::size_t longest) {
    const std::uint64_t shared = in_.count();
    std::string like;
    if (shared > 0) {
      const std::size_t other = place(part, with_number("part", part), "name");
      if (!is_good()) return "";
      like = draft.parts[other].*text;
      if (shared > like.size()) fail("has a name that is not whole");
      like.resize(std::min<std::size_t>(like.size(), static_cast<std::size_t>(shared)));
    }
    return like + std::string(in_.text(longest - std::min(longest, like.size())));
  }

  // Of a parameter that names a part, nothing but its name.
  model::Setting read_value(const ParameterInfo& parameter, const std::string& where) {
    model::Setting setting;
    setting.name = parameter.name;
    if (parameter.is_part) return setting;
    if (parameter.choices.empty()) {
      setting.number = in_.number();
      return setting;
    }
    const std::uint16_t hash = in_.hash();
    for (const std::string_view choice : parameter.choices) {
      if (hash_of(choice) == hash) setting.text = choice;
    }
    if (setting.text.empty()) {
      fail("has in " + where + " a " + setting.name + " that is not known here");
    }
    return setting;
  }

  void read_links(Draft& draft) {
    std::vector<const ParameterInfo*> parameters;
    read_parameters(model::link_kind(), parameters);
    std::vector<model::LinkSpec> rows(count(lesson::kMostLinks, "prices of links"));
    for (model::LinkSpec& row : rows) {
      for (const ParameterInfo* parameter : parameters) {
        if (!is_good()) return;
        *model::value_of(row, parameter->name) = in_.number();
      }
    }
    draft.links.resize(count(lesson::kMostLinks, "links"));
    for (std::size_t i = 0; i < draft.links.size() && is_good(); ++i) {
      const std::string where = with_number("link", i);
      const std::size_t from = place(draft.parts.size(), where, "part");
      const std::size_t to = place(draft.parts.size(), where, "part");
      const std::size_t row = place(rows.size(), where, "price");
      if (!is_good()) return;
      draft.links[i] = rows[row];
      draft.links[i].from = draft.parts[from].id;
      draft.links[i].to = draft.parts[to].id;
    }
  }

  void read_changes(Draft& draft) {
    draft.changes.resize(count(lesson::kMostChanges, "timed changes"));
    for (std::size_t i = 0; i < draft.changes.size() && is_good(); ++i) {
      auto& [at_s, change] = draft.changes[i];
      const std::string where = with_number("change", i);
      at_s = in_.number();
      const unsigned does = in_.byte();
      const std::uint64_t target = in_.count();
      const auto index = static_cast<std::size_t>(target / 2);
      const bool is_link = target % 2 == 1;
      if (does > static_cast<unsigned>(model::Change::Kind::set) ||
          index >= (is_link ? draft.links.size() : draft.parts.size())) {
        return fail("names in " + where + " something that is not there");
      }
      change.kind = static_cast<model::Change::Kind>(does);
      const KindInfo* kind = &model::link_kind();
      if (is_link) {
        change.part = draft.links[index].from + ">" + draft.links[index].to;
      } else {
        change.part = draft.parts[index].id;
        kind = &model::kind_info(draft.parts[index].kind);
      }
      if (change.kind != model::Change::Kind::set) continue;
      const ParameterInfo* parameter = parameter_of(*kind, in_.hash());
      if (parameter == nullptr || parameter->is_part) {
        return fail("sets in " + where + " a value that is not known here");
      }
      change.setting = read_value(*parameter, where);
    }
  }

  void read_goals(Draft& draft) {
    draft.goals.resize(count(lesson::kMostGoals, "goals"));
    for (std::size_t i = 0; i < draft.goals.size() && is_good(); ++i) {
      model::Goal& goal = draft.goals[i];
      const std::string where = with_number("goal", i);
      const std::uint16_t hash = in_.hash();
      std::size_t metric = 0;
      while (metric < model::kMetrics &&
             hash_of(model::metric_name(static_cast<model::Metric>(metric))) != hash) {
        ++metric;
      }
      if (metric == model::kMetrics)
        return fail("measures in " + where + " what is not known here");
      goal.metric = static_cast<model::Metric>(metric);
      goal.at_least = in_.byte() != 0;
      const std::size_t users = place(draft.parts.size() + 1, where, "part");
      if (is_good() && users > 0) goal.users = draft.parts[users - 1].id;
      goal.limit = in_.number();
    }
  }

  ByteReader in_;
  std::string fault_;
  std::vector<Told> told_;
};

ReadDraft refuse(std::string_view why) { return {.fault = "This link " + std::string(why) + "."}; }

}  // namespace

ReadDraft read_link(std::string_view text) {
  const Unframed frame = unframed(text);
  if (!frame.fault.empty()) return refuse(frame.fault);
  Draft draft;
  const std::string fault = Body(frame.body).read(draft);
  return fault.empty() ? read_again(draft) : refuse(fault);
}

}  // namespace tenfold::design
