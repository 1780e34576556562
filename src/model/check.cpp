// Everything that can be wrong with a scenario, found before it runs.
#include <algorithm>
#include <string>

#include "model/part.h"
#include "model/scenario.h"
#include "model/settings.h"

namespace tenfold::model {
namespace {

using Faults = std::vector<Fault>;

constexpr std::size_t kNowhere = ~std::size_t{0};

std::size_t find(const Scenario& scenario, const std::string& id) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [&](const PartSpec& part) { return part.id == id; });
  return found == scenario.parts.end() ? kNowhere
                                       : static_cast<std::size_t>(found - scenario.parts.begin());
}

std::string at(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

void check_setting(const Scenario& scenario, const KindInfo& kind, const Setting& setting,
                   const std::string& place, Faults& faults) {
  const ParameterInfo* parameter = find_parameter(kind, setting.name);
  if (parameter == nullptr) {
    faults.push_back({place, "is not a parameter of " + std::string(kind.name)});
    return;
  }
  const std::string reason = fault_of(*parameter, setting);
  if (!reason.empty()) {
    faults.push_back({place, reason});
  } else if (parameter->is_part) {
    const std::size_t part = find(scenario, setting.text);
    if (part == kNowhere) {
      faults.push_back({place, "names \"" + setting.text + "\", which is not there"});
    } else if (const KindInfo* named = find_kind(scenario.parts[part].kind);
               named != nullptr && !named->is_machine) {
      faults.push_back({place, "names \"" + setting.text + "\", which is not a machine"});
    }
  }
}

// Gives whether the part's own settings are in order.
void check_part(const Scenario& scenario, std::size_t index, Faults& faults) {
  const PartSpec& part = scenario.parts[index];
  const std::string place = at("parts", index);
  if (part.id.empty()) faults.push_back({place + ".id", "is missing"});
  if (find(scenario, part.id) != index) {
    faults.push_back({place + ".id", "is \"" + part.id + "\", as another part's is"});
  }
  const KindInfo* kind = find_kind(part.kind);
  if (kind == nullptr) {
    faults.push_back({place + ".kind", "is \"" + part.kind + "\", which is no kind of part"});
    return;
  }
  for (const Setting& setting : part.settings) {
    check_setting(scenario, *kind, setting, place + "." + setting.name, faults);
  }
  for (const ParameterInfo& parameter : kind->parameters) {
    const bool is_given =
        std::any_of(part.settings.begin(), part.settings.end(),
                    [&](const Setting& setting) { return setting.name == parameter.name; });
    if (parameter.is_part && !is_given) {
      faults.push_back({place + "." + std::string(parameter.name), "is missing"});
    }
  }
}

// The id of a part from which links lead round for ever; empty when there is none. Parts whose
// links all end are taken away until none is left, so the time is bounded however many ways there
// are.
std::string part_in_circle(const Scenario& scenario) {
  std::vector<std::string> left;
  for (const PartSpec& part : scenario.parts) left.push_back(part.id);
  for (std::size_t before = left.size() + 1; left.size() < before;) {
    before = left.size();
    std::vector<std::string> going_on;
    for (const std::string& id : left) {
      const auto goes_on = [&](const LinkSpec& link) {
        return link.from == id && std::find(left.begin(), left.end(), link.to) != left.end();
      };
      if (std::any_of(scenario.links.begin(), scenario.links.end(), goes_on)) {
        going_on.push_back(id);
      }
    }
    left = std::move(going_on);
  }
  return left.empty() ? "" : left.front();
}

void check_all_links(const Scenario& scenario, Faults& faults) {
  bool is_sound = true;
  for (std::size_t i = 0; i < scenario.links.size(); ++i) {
    const LinkSpec& link = scenario.links[i];
    const std::string place = at("links", i);
    for (const auto& [name, id] : {std::pair{".from", &link.from}, std::pair{".to", &link.to}}) {
      const std::size_t part = find(scenario, *id);
      if (part == kNowhere) {
        faults.push_back({place + name, "names \"" + *id + "\", which is not there"});
        is_sound = false;
      } else if (const KindInfo* named = find_kind(scenario.parts[part].kind);
                 named != nullptr && named->is_machine) {
        faults.push_back({place + name, "is a machine; link the parts that run on it"});
      }
    }
    for (const ParameterInfo& parameter : link_kind().parameters) {
      LinkSpec copy = link;
      const std::string reason = fault_of(parameter, {"", *value_of(copy, parameter.name), ""});
      if (!reason.empty()) faults.push_back({place + "." + std::string(parameter.name), reason});
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (scenario.links[k].from == link.from && scenario.links[k].to == link.to) {
        faults.push_back({place, "joins the same parts as " + at("links", k)});
      }
    }
  }
  if (!is_sound) return;
  if (const std::string id = part_in_circle(scenario); !id.empty()) {
    faults.push_back({"links", "lead from \"" + id + "\" in a circle"});
  }
}

void check_changes(const Scenario& scenario, Faults& faults) {
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    const TimedChange& timed = scenario.changes[i];
    const std::string place = at("changes", i);
    const KindInfo* kind = nullptr;
    const std::size_t part = find(scenario, timed.change.part);
    if (part != kNowhere) {
      kind = find_kind(scenario.parts[part].kind);
      if (kind == nullptr) continue;
    } else if (find_link(scenario.links, timed.change.part) != nullptr) {
      kind = &link_kind();
    } else {
      faults.push_back({place, "names \"" + timed.change.part + "\", which is not there"});
      continue;
    }
    if (timed.change.kind != Change::Kind::set) {
      if (kind->is_users) faults.push_back({place, "users cannot be killed or healed"});
      continue;
    }
    const Setting& setting = timed.change.setting;
    check_setting(scenario, *kind, setting, place + "." + setting.name, faults);
    const ParameterInfo* parameter = find_parameter(*kind, setting.name);
    if (parameter != nullptr && !parameter->live) {
      faults.push_back({place + "." + setting.name, "cannot be changed while the system runs"});
    }
  }
}

void check_times(const Scenario& scenario, Faults& faults) {
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    const double at_s = scenario.changes[i].at_s;
    if (at_s >= 0 && at_s <= scenario.duration_s) continue;
    faults.push_back({at("changes", i) + ".at_s", "is not within the run"});
  }
}

// How many calls one call at each part can lead to: tries and layers multiply, and calls to what is
// dead take no time, so without a bound a moment of the run could last for ever.
class WorstCalls {
 public:
  explicit WorstCalls(const Scenario& scenario)
      : scenario_(scenario), known_(scenario.parts.size(), -1) {}

  double of(std::size_t part) {
    if (known_[part] >= 0) return known_[part];
    const PartSpec& spec = scenario_.parts[part];
    const PartKind& kind = part_kind(spec.kind);
    const Settings settings(kind.info, spec);
    double sum = 0;
    double most = 0;
    for (const LinkSpec& link : scenario_.links) {
      if (link.from != spec.id) continue;
      const std::size_t to = find(scenario_, link.to);
      const double times = kind.asks == nullptr ? 1 : kind.asks(settings, role_of(scenario_, to));
      const double calls = times * (1 + of(to));
      sum += calls;
      most = std::max(most, calls);
    }
    return known_[part] = kind.role == Role::passes ? most : sum;
  }

 private:
  const Scenario& scenario_;
  std::vector<double> known_;  // -1: not yet
};

// REQUIRES: links make no circle.
void check_calls(const Scenario& scenario, Faults& faults) {
  constexpr double kMostCalls = 100'000;
  WorstCalls worst(scenario);
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    if (!kind_info(scenario.parts[i].kind).is_users || worst.of(i) <= kMostCalls) continue;
    faults.push_back(
        {at("parts", i),
         "may make more than 100,000 calls for one request that fails: fewer tries, or "
         "fewer layers"});
  }
}

// What is set while the system runs must leave it one that can be: each such change is made to a
// copy, in the order of time, and the kind's own check repeated there.
void check_changed(const Scenario& scenario, Faults& faults) {
  Scenario then = scenario;
  for (const std::size_t i : in_order_of_time(scenario.changes)) {
    const Change& change = scenario.changes[i].change;
    if (change.kind != Change::Kind::set || names_link(change.part)) continue;
    const std::size_t part = find(then, change.part);
    const Faults found = faults_after(then, part, change.setting);
    if (found.empty()) continue;
    faults.push_back({at("changes", i), then_in_words(found.front())});
    return;
  }
}

void check_needs(const Scenario& scenario, std::size_t part, Faults& faults) {
  const Role role = role_of(scenario, part);
  const bool passes = part_kind(scenario.parts[part].kind).role == Role::passes;
  if (passes && role == Role::none) {
    faults.push_back({at("parts", part), "must have a link to a part that it passes calls on to"});
  }
  for (std::size_t i = 0; passes && role != Role::none && i < scenario.links.size(); ++i) {
    const LinkSpec& link = scenario.links[i];
    if (link.from != scenario.parts[part].id) continue;
    const std::size_t to = find(scenario, link.to);
    const Role other = role_of(scenario, to);
    // What passes calls on to nobody is told so itself.
    const bool is_told =
        other == Role::none && part_kind(scenario.parts[to].kind).role == Role::passes;
    if (other == role || is_told) continue;
    faults.push_back({at("links", i) + ".to", "must lead to a part that " +
                                                  std::string(does(role)) + ", as the others do"});
  }
  for (const auto& [need, has] : unmet_needs(scenario, part)) {
    if (need.role == Role::none) continue;  // said above
    const std::string wanted = need.fewest == need.most ? "exactly " + std::to_string(need.most)
                               : has > need.most        ? "at most " + std::to_string(need.most)
                                                        : "at least " + std::to_string(need.fewest);
    faults.push_back({at("parts", part), "must have " + wanted + " link to a part that " +
                                             std::string(does(need.role)) + "; has " +
                                             std::to_string(has)});
  }
}

void check_goals(const Scenario& scenario, Faults& faults) {
  for (std::size_t i = 0; i < scenario.goals.size(); ++i) {
    const Goal& goal = scenario.goals[i];
    const std::string reason = fault_of(goal, scenario.parts);
    if (!reason.empty()) faults.push_back({at("goals", i) + ".users", reason});
  }
}

}  // namespace

std::vector<Fault> faults_after(Scenario& scenario, std::size_t part, const Setting& setting) {
  put_setting(scenario.parts[part], setting);
  const PartKind& kind = part_kind(scenario.parts[part].kind);
  Faults found;
  if (kind.check != nullptr) kind.check(scenario, part, found);
  if (kind.asks != nullptr) check_calls(scenario, found);
  return found;
}

std::string then_in_words(const Fault& fault) {
  return "cannot be: then " + fault.place + " " + fault.reason;
}

std::string fault_of(const Goal& goal, const std::vector<PartSpec>& parts) {
  if (goal.users.empty()) return "";
  const auto part = std::find_if(parts.begin(), parts.end(),
                                 [&](const PartSpec& spec) { return spec.id == goal.users; });
  if (part == parts.end()) return "names \"" + goal.users + "\", which is not there";
  if (const KindInfo* kind = find_kind(part->kind); kind == nullptr || !kind->is_users) {
    return "names \"" + goal.users + "\", which are no users";
  }
  switch (goal.metric) {
    case Metric::stale_share:
      return "cannot be: old answers are everyone's";
    case Metric::oldest_s:
    case Metric::repeated:
    case Metric::dead_letters:
      return "cannot be: jobs are everyone's";
    case Metric::cost_month:
      return "cannot be: the bill is everyone's";
    default:
      return "";
  }
}

Role role_of(const Scenario& scenario, std::size_t part) {
  for (;;) {
    const Role role = part_kind(scenario.parts[part].kind).role;
    if (role != Role::passes) return role;
    const auto first =
        std::find_if(scenario.links.begin(), scenario.links.end(),
                     [&](const LinkSpec& link) { return link.from == scenario.parts[part].id; });
    if (first == scenario.links.end()) return Role::none;
    part = find(scenario, first->to);
  }
}

std::string_view does(Role role) {
  switch (role) {
    case Role::names:
      return "looks names up";
    case Role::site:
      return "answers requests";
    case Role::data:
      return "answers queries";
    case Role::sessions:
      return "keeps sessions";
    case Role::queue:
      return "queues jobs";
    case Role::none:
    case Role::passes:
      break;
  }
  return "answers";
}

std::vector<Unmet> unmet_needs(const Scenario& scenario, std::size_t part) {
  std::vector<Unmet> unmet;
  for (Need need : part_kind(scenario.parts[part].kind).needs) {
    if (need.role == Role::passes) need.role = role_of(scenario, part);
    int has = 0;
    for (const LinkSpec& link : scenario.links) {
      if (link.from != scenario.parts[part].id) continue;
      if (need.role != Role::none && role_of(scenario, find(scenario, link.to)) == need.role) ++has;
    }
    if (has < need.fewest || has > need.most) unmet.push_back({need, has});
  }
  return unmet;
}

std::vector<Fault> check_form(const Scenario& scenario) {
  Faults faults;
  if (!(scenario.duration_s > 0 && scenario.duration_s <= 1e6)) {
    faults.push_back({"duration_s", "must be more than 0 and at most 1000000"});
  }
  if (!(scenario.warmup_s >= 0 && scenario.warmup_s < scenario.duration_s)) {
    faults.push_back({"warmup_s", "must be at least 0 and less than the duration"});
  }
  if (scenario.parts.size() > 1000) faults.push_back({"parts", "must be from 1 to 1000"});
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) check_part(scenario, i, faults);
  check_all_links(scenario, faults);
  check_changes(scenario, faults);
  check_goals(scenario, faults);
  return faults;
}

std::vector<Fault> check_kinds(const Scenario& scenario) {
  Faults faults;
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const PartKind& kind = part_kind(scenario.parts[i].kind);
    check_needs(scenario, i, faults);
    if (kind.check != nullptr) kind.check(scenario, i, faults);
  }
  return faults;
}

std::vector<Fault> check(const Scenario& scenario) {
  Faults faults = check_form(scenario);
  if (scenario.parts.empty()) faults.push_back({"parts", "must be from 1 to 1000"});
  check_times(scenario, faults);
  if (!faults.empty()) return faults;
  faults = check_kinds(scenario);
  if (faults.empty()) check_calls(scenario, faults);
  if (faults.empty()) check_changed(scenario, faults);
  return faults;
}

}  // namespace tenfold::model
