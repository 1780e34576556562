// Wiring a scenario up, and doing things to it while it runs.
#include "model/engine.h"

#include <algorithm>
#include <cassert>

#include "model/machine.h"

namespace tenfold::model {
namespace {

// A number for a name, the same for ever: random streams hang on it.
std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = name.size();
  for (const char letter : name) {
    hash = sim::mix64(hash * 0x9e37'79b9'7f4a'7c15U + static_cast<unsigned char>(letter));
  }
  return hash;
}

// Why a running part, or link, cannot be set so; empty when it can.
std::string fault_of_live(const KindInfo& kind, const Setting& setting) {
  const ParameterInfo* parameter = find_parameter(kind, setting.name);
  if (parameter == nullptr) return "is not a parameter of this kind of part";
  if (!parameter->live) return "cannot be changed while the system runs";
  return fault_of(*parameter, setting);
}

}  // namespace

Engine::Engine(const Scenario& scenario, std::uint64_t seed)
    : end_(sim::from_seconds(scenario.duration_s)),
      ledger_(sim::from_seconds(scenario.warmup_s)),
      specs_(scenario.parts),
      link_specs_(scenario.links) {
  for (const std::size_t i : in_order_of_time(scenario.changes)) {
    changes_.push_back(scenario.changes[i]);
  }
  for (std::size_t i = 0; i < specs_.size(); ++i) {
    const std::uint64_t name = hash_of(specs_[i].id);
    sources_.push_back({.name = name, .stream = sim::Stream(seed).child(name)});
    parts_.push_back(part_kind(specs_[i].kind).make(*this, static_cast<PartIndex>(i)));
  }
  connect(scenario);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    parts_[i]->configure(Settings(part_kind(specs_[i].kind).info, specs_[i]));
  }
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const Machine* machine = parts_[links_[i].from]->machine();
    links_[i].is_inside = machine != nullptr && machine == parts_[links_[i].to]->machine();
    set_up(links_[i], link_specs_[i]);
  }
  for (const auto& part : parts_) part->start();
  bill(true);
}

Engine::Engine(const Engine& other)
    : now_(other.now_),
      end_(other.end_),
      events_(other.events_),
      calls_(other.calls_),
      ledger_(other.ledger_),
      recorder_(other.recorder_),
      truth_(other.truth_),
      hash_(other.hash_),
      event_count_(other.event_count_),
      requests_(other.requests_),
      specs_(other.specs_),
      roles_(other.roles_),
      sources_(other.sources_),
      popularities_(other.popularities_),
      link_specs_(other.link_specs_),
      links_(other.links_),
      changes_(other.changes_),
      next_change_(other.next_change_),
      changed_by_hand_(other.changed_by_hand_) {
  for (std::size_t i = 0; i < specs_.size(); ++i) {
    parts_.push_back(part_kind(specs_[i].kind).copy(*other.parts_[i]));
  }
  for (const auto& part : parts_) part->move_to(*this);
}

void Engine::connect(const Scenario& scenario) {
  for (std::size_t i = 0; i < specs_.size(); ++i) roles_.push_back(role_of(scenario, i));
  const auto index_of = [&](const std::string& id) {
    const auto found = std::find_if(specs_.begin(), specs_.end(),
                                    [&](const PartSpec& spec) { return spec.id == id; });
    assert(found != specs_.end());
    return static_cast<PartIndex>(found - specs_.begin());
  };
  for (const LinkSpec& link : scenario.links) {
    const PartIndex from = index_of(link.from);
    // Parts keep the connections between them open; only users come anew.
    links_.push_back({.from = from,
                      .to = index_of(link.to),
                      .opens_anew = kind_info(specs_[from].kind).is_users});
  }
}

void Engine::set_up(Link& link, const LinkSpec& spec) {
  constexpr double kNsPerByteAtOneMbps = 8'000;
  constexpr double kSlowestNsPerByte = 1e9;  // so that no transfer outlasts the clock
  link.one_way_ns = link.is_inside ? 0 : sim::from_ms(spec.round_trip_ms / 2);
  link.lane = events_.lane(link.one_way_ns);
  link.ns_per_byte = link.is_inside || spec.mbps <= 0
                         ? 0
                         : std::min(kNsPerByteAtOneMbps / spec.mbps, kSlowestNsPerByte);
  link.dollars_per_gb = spec.dollars_per_gb;
}

std::uint32_t Engine::place_in_kind(PartIndex part) const {
  const auto end = specs_.begin() + part;
  return static_cast<std::uint32_t>(std::count_if(
      specs_.begin(), end, [&](const PartSpec& spec) { return spec.kind == specs_[part].kind; }));
}

sim::Zipf Engine::popularity(std::uint32_t things, double exponent) {
  for (const sim::Zipf& known : popularities_) {
    if (known.size() == things && known.exponent() == exponent) return known;
  }
  return popularities_.emplace_back(things, exponent);
}

std::vector<LinkIndex> Engine::links_from(PartIndex from) const {
  std::vector<LinkIndex> links;
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (links_[i].from == from) links.push_back(static_cast<LinkIndex>(i));
  }
  return links;
}

std::vector<LinkIndex> Engine::links_to(PartIndex from, Role role) const {
  std::vector<LinkIndex> links = links_from(from);
  std::erase_if(links, [&](LinkIndex link) { return roles_[links_[link].to] != role; });
  return links;
}

LinkIndex Engine::link_to(PartIndex from, Role role) const {
  const std::vector<LinkIndex> links = links_to(from, role);
  return links.empty() ? kNoLink : links.front();
}

Part& Engine::answerer(LinkIndex link) {
  PartIndex part = links_[link].to;
  while (part_kind(specs_[part].kind).role == Role::passes) {
    part = links_[links_from(part).front()].to;
  }
  return *parts_[part];
}

Machine* Engine::machine(std::string_view id) {
  for (std::size_t i = 0; i < specs_.size(); ++i) {
    if (specs_[i].id == id) return parts_[i]->as_machine();
  }
  return nullptr;
}

void Engine::crash(const std::vector<PartIndex>& crashed) {
  const auto is_crashed = [&](PartIndex part) {
    return std::find(crashed.begin(), crashed.end(), part) != crashed.end();
  };
  // Calls on their way to or from a part are in the network, and survive.
  std::vector<CallId> lost;  // in ascending order
  for (CallId id = 0; id < calls_.index_end(); ++id) {
    if (!calls_.in_use(id) || !is_crashed(calls_[id].part)) continue;
    if (!is_in_network(calls_[id])) lost.push_back(id);
  }
  // Of calls made by calls that are lost too, nobody waits for an answer.
  std::vector<CallId> unheard;
  std::vector<CallId> heard;
  for (const CallId id : lost) {
    const sim::Handle parent = calls_[id].parent;
    const bool caller_lost =
        calls_.is_current(parent) && std::binary_search(lost.begin(), lost.end(), parent.index);
    (caller_lost ? unheard : heard).push_back(id);
  }
  for (const CallId id : lost) {
    Machine* machine = parts_[calls_[id].part]->machine();
    if (machine != nullptr && !is_crashed(machine->index())) machine->drop(id);
    await_nothing(id);
    // What another lost call leads to, at once through parts that live, must not wake this one.
    disregard(id);
    Part& part = *parts_[calls_[id].part];
    if (part.is_inside(calls_[id])) part.count_leaving(calls_[id]);
  }
  for (const PartIndex part : crashed) parts_[part]->crash();
  for (const CallId id : unheard) {
    const Call& call = calls_[id];
    recorder_.ended(now_, call, parts_[call.part]->failure_when_down());
    calls_.release(id);
  }
  for (const CallId id : heard) {
    const Call& call = calls_[id];
    if (call.link == kNoLink) {
      close_task(id);
    } else {
      answer(id, parts_[call.part]->failure_when_down());
    }
  }
}

std::vector<Fault> Engine::apply(const Change& change) {
  changed_by_hand_ = true;
  return make(change);
}

// The scenario's own changes were checked with it, but not beside others.
std::string Engine::conflict_of(std::size_t part, const Setting& setting) const {
  if (!changed_by_hand_) return "";
  Scenario then;
  then.duration_s = sim::to_seconds(end_);
  then.parts = specs_;
  then.links = link_specs_;
  const std::vector<Fault> faults = faults_after(then, part, setting);
  return faults.empty() ? "" : then_in_words(faults.front());
}

std::vector<Fault> Engine::make(const Change& change) {
  if (names_link(change.part)) return apply_to_link(change);
  const auto found = std::find_if(specs_.begin(), specs_.end(),
                                  [&](const PartSpec& spec) { return spec.id == change.part; });
  if (found == specs_.end()) return {{change.part, "is not a part of this system"}};
  PartSpec& spec = *found;
  const auto index = static_cast<std::size_t>(found - specs_.begin());
  Part& part = *parts_[index];
  const KindInfo& kind = part_kind(spec.kind).info;
  if (change.kind == Change::Kind::set) {
    std::string reason = fault_of_live(kind, change.setting);
    if (reason.empty()) reason = conflict_of(index, change.setting);
    if (!reason.empty()) return {{change.part + "." + change.setting.name, reason}};
    put_setting(spec, change.setting);
    part.configure(Settings(kind, spec));
    bill(true);
    return {};
  }
  if (kind.is_users) return {{change.part, "cannot be killed or healed"}};
  const bool was_up = part.is_up();
  if (change.kind == Change::Kind::kill) {
    part.die();
  } else {
    part.heal();
  }
  if (was_up && !part.is_up()) {
    const Machine* machine = part.as_machine();
    crash(machine != nullptr ? machine->everyone() : std::vector{part.index()});
  }
  return {};
}

std::vector<Fault> Engine::apply_to_link(const Change& change) {
  LinkSpec* spec = find_link(link_specs_, change.part);
  if (spec == nullptr) return {{change.part, "is not a link of this system"}};
  const auto index = static_cast<LinkIndex>(spec - link_specs_.data());
  if (change.kind == Change::Kind::kill) {
    cut(index);
  } else if (change.kind == Change::Kind::heal) {
    links_[index].is_up = true;
  } else {
    const std::string reason = fault_of_live(link_kind(), change.setting);
    if (!reason.empty()) return {{change.part + "." + change.setting.name, reason}};
    *value_of(*spec, change.setting.name) = change.setting.number;
    set_up(links_[index], *spec);
  }
  return {};
}

// What has left it arrives; answers that are still to enter it are lost.
void Engine::cut(LinkIndex index) {
  Link& link = links_[index];
  if (!link.is_up) return;
  link.is_up = false;
  link.pipe.clear(now_);
  std::vector<CallId> lost;
  for (CallId id = 0; id < calls_.index_end(); ++id) {
    if (calls_.in_use(id) && calls_[id].link == index && calls_[id].awaits == Awaits::transfer) {
      lost.push_back(id);
    }
  }
  for (const CallId id : lost) fail_at_once(id);
}

std::size_t Engine::bytes() const {
  constexpr std::size_t kPart = 1024;  // the object itself, and what was set of it
  std::size_t bytes = events_.bytes() + calls_.bytes() + ledger_.bytes() + truth_.bytes();
  for (const auto& part : parts_) bytes += kPart + part->bytes();
  return bytes;
}

// Two looks at all calls: at whose behalf something is asked of others, then at what each of those
// at the part does.
Inside Engine::inside(PartIndex index) const {
  const Part& part = *parts_[index];
  const auto is_here = [&](const Call& call) {
    return call.part == index && !is_in_network(call) && part.is_inside(call);
  };
  Inside inside;
  inside.awaiting.resize(parts_.size());
  std::vector<bool> asks(calls_.index_end());
  for (CallId id = 0; id < calls_.index_end(); ++id) {
    if (!calls_.in_use(id)) continue;
    const Call& asked = calls_[id];
    if (!calls_.is_current(asked.parent)) continue;
    const Call& asker = calls_[asked.parent.index];
    if (asker.turn != asked.parent_turn || !is_here(asker)) continue;
    asks[asked.parent.index] = true;
    ++inside.awaiting[asked.part];
  }
  for (CallId id = 0; id < calls_.index_end(); ++id) {
    if (!calls_.in_use(id) || !is_here(calls_[id])) continue;
    const Call& call = calls_[id];
    ++inside.calls;
    inside.spent_s += sim::to_seconds(now_ - call.came_ns);
    if (asks[id]) continue;
    const bool queues = call.awaits == Awaits::nothing;
    const bool wants_machine = call.awaits == Awaits::cpu || call.awaits == Awaits::disk;
    if (wants_machine && call.due_ns == sim::kNever) {
      ++inside.awaiting[part.machine()->index()];
    } else if (queues) {
      ++inside.waiting;
    } else {
      ++inside.working;
    }
  }
  return inside;
}

double Engine::requests_month() const {
  double requests = 0;
  for (const auto& part : parts_) requests += part->requests_month();
  return requests;
}

double Engine::traffic_cost_month() const {
  double dollars = 0;
  for (const Link& link : links_) {
    dollars += static_cast<double>(link.bytes) / 1e9 * link.dollars_per_gb;
  }
  return requests_ == 0 ? 0 : dollars * requests_month() / static_cast<double>(requests_);
}

void Engine::bill(bool decided) {
  double cost_month = 0;
  for (const auto& part : parts_) cost_month += part->cost_month();
  ledger_.bill(now_, cost_month, decided);
}

}  // namespace tenfold::model
