// From the users on, each part is given what it asks, a layer at a time, until nothing is missing.
#include "any_system.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "model/part.h"

namespace tenfold::model::test {

namespace {

// How many parts of a role a kind asks. Where that is Role::passes, it is whatever the part itself
// is asked for.
struct Asks {
  std::string_view kind;
  Role role;
  std::uint32_t fewest;
  std::uint32_t most;
  bool directly = false;  // nothing may stand between
};

constexpr Asks kAsks[] = {
    {"clients", Role::site, 1, 2},
    {"clients", Role::names, 0, 1},
    {"app_server", Role::data, 0, 1},
    {"app_server", Role::site, 0, 2},
    {"app_server", Role::sessions, 0, 1},
    {"app_server", Role::queue, 0, 1},
    {"job_queue", Role::site, 1, 2},
    {"autoscaler", Role::site, 1, 3, true},
    {"cdn", Role::site, 1, 1},
    {"cache", Role::data, 1, 1},
    {"replica_set", Role::data, 2, 3},
    {"shards", Role::data, 1, 3},
    {"load_balancer", Role::passes, 1, 3},
    {"rate_limiter", Role::passes, 1, 1},
    {"circuit_breaker", Role::passes, 1, 1},
    {"bulkhead", Role::passes, 1, 1},
};

constexpr std::uint32_t kLayers = 5;
constexpr std::size_t kManyParts = 24;  // from which on it takes what is there, and as little

bool is_for(const Asks& asks, const KindInfo& kind) { return asks.kind == kind.name; }

// Calls for that role may come by it: it has the role, or passes on what has.
bool leads_to(const KindInfo& kind, Role role) {
  if (part_kind(kind.name).role == role) return true;
  return part_kind(kind.name).role == Role::passes &&
         std::any_of(std::begin(kAsks), std::end(kAsks), [&](const Asks& asks) {
           return is_for(asks, kind) && (asks.role == Role::passes || asks.role == role);
         });
}

class Builder {
 public:
  explicit Builder(const Choose& choose) : choose_(choose) {}

  Scenario build() {
    scenario_.id = "any";
    scenario_.duration_s = 3;
    for (const KindInfo* kind : part_kinds()) {
      if (kind->is_users) add_root(*kind);
    }
    for (const KindInfo* kind : part_kinds()) {
      const bool is_asked = part_kind(kind->name).role != Role::none;
      if (!is_asked && !kind->is_machine && choose_(2) == 1) add_root(*kind);
    }
    return scenario_;
  }

 private:
  struct Done {
    std::string id;
    Role role;
    bool is_itself;  // and does not only lead there
  };

  // Nobody asks it.
  void add_root(const KindInfo& kind) {
    const std::string id = add(kind);
    if (kind.is_users) make_busy(scenario_.parts.back());
    link(id, kind, Role::none, kLayers);
  }

  // Some hundred requests a second for a few things, of every sort.
  static void make_busy(PartSpec& users) {
    put_setting(users, {"requests_per_user_day", 864, ""});
    put_setting(users, {"peak_factor", 50, ""});
    put_setting(users, {"things", 50, ""});
    for (const ParameterInfo& parameter : kClients.info.parameters) {
      if (!parameter.name.ends_with("_share") || !parameter.live) continue;
      put_setting(users, {std::string(parameter.name), 0.2, ""});
    }
  }

  std::string add(const KindInfo& kind) {
    PartSpec part{.id = std::string(kind.name) + std::to_string(scenario_.parts.size()),
                  .kind = std::string(kind.name)};
    for (const ParameterInfo& parameter : kind.parameters) {
      if (!parameter.is_part) continue;
      const auto is_machine = [](const PartSpec& spec) { return kind_info(spec.kind).is_machine; };
      const auto& parts = scenario_.parts;
      const auto shared = std::find_if(parts.begin(), parts.end(), is_machine);
      std::string machine = shared != parts.end() && choose_(4) == 0 ? shared->id : "";
      if (machine.empty()) machine = add(kMachine.info);
      put_setting(part, {std::string(parameter.name), 0, machine});
    }
    scenario_.parts.push_back(part);
    return part.id;
  }

  // A part to ask for that role, old or new. Old ones lead to old ones, so links make no circle.
  std::string part_for(Role role, bool directly, std::uint32_t layers) {
    const bool is_many = scenario_.parts.size() >= kManyParts;
    if (is_many || choose_(3) == 0) {
      for (const Done& done : done_) {
        if (done.role == role && (done.is_itself || !directly)) return done.id;
      }
    }
    std::vector<const KindInfo*> fit;
    for (const KindInfo* kind : part_kinds()) {
      const bool is_itself = part_kind(kind->name).role == role;
      if (is_itself || (!directly && layers > 0 && leads_to(*kind, role))) fit.push_back(kind);
    }
    const KindInfo& kind = *fit[choose_(static_cast<std::uint32_t>(fit.size()))];
    const std::string id = add(kind);
    link(id, kind, role, layers);
    done_.push_back({id, role, part_kind(kind.name).role == role});
    return id;
  }

  void link(const std::string& id, const KindInfo& kind, Role role, std::uint32_t layers) {
    const bool few = layers == 0 || scenario_.parts.size() >= kManyParts;
    for (const Asks& asks : kAsks) {
      if (!is_for(asks, kind)) continue;
      const std::uint32_t more = few ? 0 : choose_(asks.most - asks.fewest + 1);
      const Role wanted = asks.role == Role::passes ? role : asks.role;
      for (std::uint32_t i = 0; i < asks.fewest + more; ++i) {
        // What it asks already cannot be linked once more: then a new one is made.
        std::string to = part_for(wanted, asks.directly, layers == 0 ? 0 : layers - 1);
        if (find_link(scenario_.links, id + ">" + to) != nullptr) to = new_part_for(wanted);
        scenario_.links.push_back(
            {.from = id, .to = to, .round_trip_ms = choose_(3) * 10.0, .mbps = choose_(3) * 100.0});
      }
    }
  }

  // The plainest there is.
  std::string new_part_for(Role role) {
    const auto kinds = part_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [role](const KindInfo* kind) {
      return part_kind(kind->name).role == role;
    });
    const std::string id = add(**found);
    link(id, **found, role, 0);
    return id;
  }

  const Choose& choose_;
  Scenario scenario_;
  std::vector<Done> done_;
};

// At an end of the range, or anywhere between, small values as often as large ones.
Setting any_value(const ParameterInfo& parameter, const Choose& choose) {
  const std::vector<Setting> ends = values_of(parameter);
  const std::uint32_t chosen = choose(static_cast<std::uint32_t>(ends.size()) + 2);
  if (chosen < ends.size()) return ends[chosen];
  if (!parameter.choices.empty()) return ends.front();
  const double share = choose(65'536) / 65'535.0;
  const double value = parameter.low + (parameter.high - parameter.low) * std::pow(share, 8);
  return {std::string(parameter.name), chosen % 2 == 0 ? std::floor(value) : value, ""};
}

template <typename List>
const auto& pick(const List& list, const Choose& choose) {
  return list[choose(static_cast<std::uint32_t>(std::size(list)))];
}

// Keeps a change of the scenario if it stays sound.
template <typename Make>
void try_out(Scenario& scenario, Make make) {
  Scenario other = scenario;
  make(other);
  if (check(other).empty()) scenario = std::move(other);
}

}  // namespace

std::vector<Setting> values_of(const ParameterInfo& parameter) {
  const std::string name(parameter.name);
  std::vector<Setting> values;
  for (const std::string_view choice : parameter.choices) {
    values.push_back({name, 0, std::string(choice)});
  }
  if (!values.empty()) return values;
  return {{name, parameter.low, ""}, {name, parameter.high, ""}, {name, parameter.initial, ""}};
}

Scenario any_system(const Choose& choose) { return Builder(choose).build(); }

void vary(Scenario& scenario, const Choose& choose) {
  for (std::uint32_t left = choose(8); left > 0; --left) {
    const std::uint32_t part = choose(static_cast<std::uint32_t>(scenario.parts.size()));
    const auto parameters = kind_info(scenario.parts[part].kind).parameters;
    if (parameters.empty()) continue;
    const ParameterInfo& parameter = pick(parameters, choose);
    if (parameter.is_part) continue;
    const Setting value = any_value(parameter, choose);
    try_out(scenario, [&](Scenario& other) { put_setting(other.parts[part], value); });
  }
  for (std::uint32_t left = choose(8); left > 0; --left) {
    const double at_s = scenario.duration_s * choose(256) / 255;
    const Change change = any_change(scenario, choose);
    try_out(scenario, [&](Scenario& other) { other.changes.push_back({at_s, change}); });
  }
}

Change any_change(const Scenario& scenario, const Choose& choose) {
  Change change;
  const KindInfo* kind = &link_kind();
  if (!scenario.links.empty() && choose(4) == 0) {
    const LinkSpec& link = pick(scenario.links, choose);
    change.part = link.from + ">" + link.to;
  } else {
    const PartSpec& part = pick(scenario.parts, choose);
    change.part = part.id;
    kind = &kind_info(part.kind);
  }
  // Deaths are fewer: of a system of dead parts there is nothing to learn.
  const std::uint32_t chosen = choose(8);
  change.kind = chosen == 0   ? Change::Kind::kill
                : chosen == 1 ? Change::Kind::heal
                              : Change::Kind::set;
  std::vector<ParameterInfo> live(kind->parameters.begin(), kind->parameters.end());
  std::erase_if(live, [](const ParameterInfo& parameter) { return !parameter.live; });
  if (live.empty()) {
    change.kind = Change::Kind::kill;
  } else if (change.kind == Change::Kind::set) {
    change.setting = any_value(pick(live, choose), choose);
  }
  return change;
}

}  // namespace tenfold::model::test
