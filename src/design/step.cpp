// What each step does to a draft. What it makes is looked over as a whole afterwards, so that none
// of them has to know all that a sound form asks for.
#include "design/step.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "design/connections.h"
#include "model/settings.h"

namespace tenfold::design {
namespace {

using model::find_kind;
using model::KindInfo;
using model::PartSpec;

Applied refuse(std::string sentence) { return {.refused = std::move(sentence)}; }
Applied not_there(std::string_view target) {
  return refuse("\"" + std::string(target) + "\" is not there.");
}

// The first word of the kind's name: "app".
std::string_view id_stem(const KindInfo& kind) { return kind.name.substr(0, kind.name.find('_')); }

// Of two zeros there is one that files keep, and of a name no number.
model::Setting as_in_files(model::Setting setting) {
  setting.number = setting.text.empty() ? setting.number + 0.0 : 0;
  return setting;
}

PartSpec new_part(const Draft& draft, const KindInfo& kind, model::GridPlace place) {
  return {.id = free_id(draft, id_stem(kind)),
          .kind = std::string(kind.name),
          .label = free_label(draft, kind.title),
          .place = place};
}

// In the catalogue's order; a default is not kept.
void put(PartSpec& part, const KindInfo& kind, const model::Setting& setting) {
  std::erase_if(part.settings,
                [&](const model::Setting& other) { return other.name == setting.name; });
  const model::Settings defaults(kind, part);
  const model::ParameterInfo* parameter = model::find_parameter(kind, setting.name);
  const bool is_default =
      !parameter->is_part &&
      (parameter->choices.empty() ? setting.number == parameter->initial
                                  : setting.text == defaults.text(setting.name));
  if (is_default) return;
  part.settings.push_back(setting);
  put_in_order(part);
}

void put_on(PartSpec& part, std::string machine) {
  const KindInfo& kind = *find_kind(part.kind);
  put(part, kind, {std::string(machine_parameter(kind)->name), 0, std::move(machine)});
}

bool is_machine(const PartSpec* part) {
  const KindInfo* kind = part == nullptr ? nullptr : find_kind(part->kind);
  return kind != nullptr && kind->is_machine;
}

// A new machine of the first kind there is; gives its id.
std::string add_machine(Draft& draft, model::GridPlace place) {
  const auto kinds = model::part_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [](const KindInfo* kind) { return kind->is_machine; });
  draft.parts.push_back(new_part(draft, **found, place));
  return draft.parts.back().id;
}

void remove(Draft& draft, std::string_view id) {
  model::apply_edits(draft,
                     {{.kind = model::Edit::Kind::remove_part, .part = {.id = std::string(id)}}});
}

void remove_when_empty(Draft& draft, const std::string& machine) {
  if (!machine.empty() && parts_on(draft, machine).empty()) remove(draft, machine);
}

// Where a kind belongs when nobody says where: below the others of its zone, else in a column by
// zone.
model::GridPlace usual_place(const Draft& draft, const KindInfo& kind) {
  model::GridPlace place{static_cast<double>(kind.zone) * 1.0, 0};
  for (const PartSpec& part : draft.parts) {
    const KindInfo* other = find_kind(part.kind);
    if (other != nullptr && !other->is_machine && other->zone == kind.zone) place = part.place;
  }
  return place;
}

// Of an unknown kind: none is made.
Applied add(Draft& draft, const AddPart& step) {
  const KindInfo* kind = find_kind(step.kind);
  if (kind == nullptr) return refuse("There is no kind of part \"" + step.kind + "\".");
  const model::GridPlace place =
      free_cell(draft, step.place ? *step.place : usual_place(draft, *kind));
  const bool needs_machine = machine_parameter(*kind) != nullptr;
  if (!step.machine.empty() && !is_machine(find_part(draft, step.machine))) {
    return refuse("\"" + step.machine + "\" is no machine.");
  }
  std::string machine = step.machine;
  if (needs_machine && machine.empty()) machine = add_machine(draft, place);
  PartSpec part = new_part(draft, *kind, place);
  if (needs_machine) put_on(part, machine);
  draft.parts.push_back(std::move(part));
  return {.made = draft.parts.back().id};
}

Applied insert(Draft& draft, const InsertPart& step) {
  const model::LinkSpec* old = model::find_link(std::as_const(draft).links, step.link);
  if (old == nullptr) return not_there(step.link);
  const std::string from = old->from;
  const std::string to = old->to;
  const model::GridPlace a = find_part(draft, from)->place;
  const model::GridPlace b = find_part(draft, to)->place;
  const Applied added =
      add(draft, {.kind = step.kind,
                  .place = model::GridPlace{(a.column + b.column) / 2, (a.row + b.row) / 2}});
  if (!added.is_done()) return added;
  // The way to the new part is the old one; from it on, it is inside the site.
  model::LinkSpec* link = model::find_link(draft.links, step.link);
  link->to = added.made;
  const auto at = draft.links.begin() + (link - draft.links.data()) + 1;
  draft.links.insert(at, new_link(draft, added.made, to));
  for (model::TimedChange& timed : draft.changes) {
    if (timed.change.part == step.link) timed.change.part = from + ">" + added.made;
  }
  return added;
}

PartSpec copied(const Draft& draft, const PartSpec& part) {
  PartSpec copy = part;
  copy.id = free_id(draft, part.id);
  copy.label = free_label(draft, part.label);
  copy.place = free_cell(draft, part.place);
  return copy;
}

Applied copy(Draft& draft, const CopyPart& step) {
  const PartSpec* found = find_part(draft, step.part);
  if (found == nullptr) return not_there(step.part);
  const PartSpec part = *found;
  PartSpec copy = copied(draft, part);
  if (const std::string machine = machine_of(part); !machine.empty()) {
    PartSpec another = copied(draft, *find_part(draft, machine));
    another.place = copy.place;
    put_on(copy, another.id);
    draft.parts.push_back(std::move(another));
  }
  const std::string id = copy.id;
  draft.parts.push_back(std::move(copy));
  const std::vector<model::LinkSpec> links = draft.links;
  for (model::LinkSpec link : links) {
    if (link.from == part.id) {
      link.from = id;
    } else if (link.to == part.id) {
      link.to = id;
    } else {
      continue;
    }
    if (why_not(draft, link).empty()) draft.links.push_back(std::move(link));
  }
  return {.made = id};
}

Applied remove(Draft& draft, const RemovePart& step) {
  const PartSpec* part = find_part(draft, step.part);
  if (part == nullptr) return not_there(step.part);
  const std::string machine = machine_of(*part);
  for (const std::string& id :
       is_machine(part) ? parts_on(draft, step.part) : std::vector<std::string>{}) {
    remove(draft, id);
  }
  remove(draft, step.part);
  remove_when_empty(draft, machine);
  return {};
}

Applied move(Draft& draft, const MovePart& step) {
  PartSpec* part = find_part(draft, step.part);
  if (part == nullptr) return not_there(step.part);
  const model::GridPlace old = part->place;
  const double columns = step.place.column - old.column;
  const double rows = step.place.row - old.row;
  std::vector<std::string> moved =
      is_machine(part) ? parts_on(draft, part->id) : std::vector<std::string>{part->id};
  // All of them leave before any arrives: they may take one another's places.
  Draft others = draft;
  for (const std::string& id : moved)
    std::erase_if(others.parts, [&](const PartSpec& other) { return other.id == id; });
  for (const std::string& id : moved) {
    model::GridPlace& place = find_part(draft, id)->place;
    place = {place.column + columns + 0.0, place.row + rows + 0.0};
    if (!is_free(others, place)) return refuse("Another part stands there.");
  }
  // A machine is where the first of its parts is.
  const std::string machine = machine_of(*part);
  if (is_machine(part)) {
    part->place = step.place;
  } else if (!machine.empty() && parts_on(draft, machine).front() == part->id) {
    find_part(draft, machine)->place = part->place;
  }
  return {};
}

Applied rename(Draft& draft, const RenamePart& step) {
  PartSpec* part = find_part(draft, step.part);
  if (part == nullptr) return not_there(step.part);
  part->label = step.label;
  return {};
}

Applied set(Draft& draft, const SetValue& step) {
  PartSpec* part = find_part(draft, step.target);
  model::LinkSpec* link = model::find_link(draft.links, step.target);
  if (part == nullptr && link == nullptr) return not_there(step.target);
  const KindInfo& kind = part != nullptr ? *find_kind(part->kind) : model::link_kind();
  const model::ParameterInfo* parameter = model::find_parameter(kind, step.setting.name);
  if (parameter == nullptr || parameter->is_part) {
    return refuse(name_of(draft, step.target) + " has no value \"" + step.setting.name + "\".");
  }
  const std::string reason = model::fault_of(*parameter, step.setting);
  if (!reason.empty()) {
    return refuse(std::string(parameter->words.empty() ? parameter->name : parameter->words) +
                  " of " + name_of(draft, step.target) + " " + reason + ".");
  }
  const model::Setting setting = as_in_files(step.setting);
  if (part != nullptr) {
    put(*part, kind, setting);
  } else {
    *model::value_of(*link, setting.name) = setting.number;
  }
  return {};
}

Applied move_in(Draft& draft, const MoveIn& step) {
  const PartSpec* part = find_part(draft, step.part);
  if (part == nullptr) return not_there(step.part);
  const std::string old = machine_of(*part);
  if (old.empty()) return refuse(part->label + " needs no machine.");
  if (!step.machine.empty() && !is_machine(find_part(draft, step.machine))) {
    return refuse("\"" + step.machine + "\" is no machine.");
  }
  if (step.machine.empty() && parts_on(draft, old).size() == 1) return {};  // it has its own
  const std::string machine = step.machine.empty() ? add_machine(draft, part->place) : step.machine;
  put_on(*find_part(draft, step.part), machine);
  remove_when_empty(draft, old);
  return {.made = step.machine.empty() ? machine : ""};
}

Applied connect(Draft& draft, const Connect& step) {
  const PartSpec* from = find_part(draft, step.from);
  const PartSpec* to = find_part(draft, step.to);
  if (from == nullptr) return not_there(step.from);
  if (to == nullptr) return not_there(step.to);
  const std::string reason = why_impossible(draft, step.from, step.to);
  if (!reason.empty()) return refuse(reason);
  draft.links.push_back(new_link(draft, step.from, step.to));
  return {};
}

Applied disconnect(Draft& draft, const Disconnect& step) {
  const model::LinkSpec* link = model::find_link(std::as_const(draft).links, step.link);
  if (link == nullptr) return not_there(step.link);
  model::apply_edits(draft, {{.kind = model::Edit::Kind::remove_link, .link = *link}});
  return {};
}

Applied add(Draft& draft, const AddChanges& step) {
  for (model::TimedChange timed : step.changes) {
    timed.at_s += 0.0;
    timed.change.setting = timed.change.kind == model::Change::Kind::set
                               ? as_in_files(timed.change.setting)
                               : model::Setting{};
    draft.changes.push_back(std::move(timed));
  }
  return {};
}

Applied move(Draft& draft, const MoveChange& step) {
  if (step.change >= draft.changes.size()) return refuse("This change is not there.");
  draft.changes[step.change].at_s = step.at_s + 0.0;
  return {};
}

Applied remove(Draft& draft, const RemoveChange& step) {
  if (step.change >= draft.changes.size()) return refuse("This change is not there.");
  draft.changes.erase(draft.changes.begin() + static_cast<std::ptrdiff_t>(step.change));
  return {};
}

Applied put(Draft& draft, const PutGoal& step) {
  if (!std::isfinite(step.value.limit)) return refuse("A goal's limit must be a number.");
  if (const std::string reason = model::fault_of(step.value, draft.parts); !reason.empty()) {
    return refuse("A goal of those users " + reason + ".");
  }
  const std::size_t at = std::min(step.goal, draft.goals.size());
  if (at == draft.goals.size()) draft.goals.emplace_back();
  draft.goals[at] = step.value;
  draft.goals[at].limit += 0.0;
  return {};
}

Applied remove(Draft& draft, const RemoveGoal& step) {
  if (step.goal >= draft.goals.size()) return refuse("This goal is not there.");
  draft.goals.erase(draft.goals.begin() + static_cast<std::ptrdiff_t>(step.goal));
  return {};
}

Applied set(Draft& draft, const SetTimes& step) {
  if (!(step.warmup_s >= 0 && step.warmup_s < step.duration_s)) {
    return refuse("The warm-up must end before the run does.");
  }
  draft.duration_s = step.duration_s;
  draft.warmup_s = step.warmup_s + 0.0;
  return {};
}

}  // namespace

Applied apply(Draft& draft, const Step& step) {
  struct Doing {
    Draft& draft;
    Applied operator()(const AddPart& s) { return add(draft, s); }
    Applied operator()(const InsertPart& s) { return insert(draft, s); }
    Applied operator()(const CopyPart& s) { return copy(draft, s); }
    Applied operator()(const RemovePart& s) { return remove(draft, s); }
    Applied operator()(const MovePart& s) { return move(draft, s); }
    Applied operator()(const RenamePart& s) { return rename(draft, s); }
    Applied operator()(const SetValue& s) { return set(draft, s); }
    Applied operator()(const MoveIn& s) { return move_in(draft, s); }
    Applied operator()(const Connect& s) { return connect(draft, s); }
    Applied operator()(const Disconnect& s) { return disconnect(draft, s); }
    Applied operator()(const AddChanges& s) { return add(draft, s); }
    Applied operator()(const MoveChange& s) { return move(draft, s); }
    Applied operator()(const RemoveChange& s) { return remove(draft, s); }
    Applied operator()(const PutGoal& s) { return put(draft, s); }
    Applied operator()(const RemoveGoal& s) { return remove(draft, s); }
    Applied operator()(const SetTimes& s) { return set(draft, s); }
    Applied operator()(const NameDraft& s) {
      draft.title = s.title;
      return {};
    }
    Applied operator()(const Replace& s) {
      draft = draft_of(s.draft);
      return {};
    }
  };
  Draft next = draft;
  Applied applied = std::visit(Doing{next}, step);
  if (!applied.is_done()) return applied;
  if (const std::string fault = fault_of_form(next); !fault.empty()) return refuse(fault + ".");
  draft = std::move(next);
  return applied;
}

}  // namespace tenfold::design
