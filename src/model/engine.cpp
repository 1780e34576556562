// Wiring a scenario up and running its events.
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

}  // namespace

Engine::Engine(const Scenario& scenario, std::uint64_t seed)
    : end_(sim::from_seconds(scenario.duration_s)),
      ledger_(sim::from_seconds(scenario.warmup_s)),
      specs_(scenario.parts),
      changes_(scenario.changes) {
  std::stable_sort(changes_.begin(), changes_.end(),
                   [](const TimedChange& a, const TimedChange& b) { return a.at_s < b.at_s; });
  for (std::size_t i = 0; i < specs_.size(); ++i) {
    const std::uint64_t name = hash_of(specs_[i].id);
    sources_.push_back({.name = name, .stream = sim::Stream(seed).child(name)});
    parts_.push_back(part_kind(specs_[i].kind).make(*this, static_cast<PartIndex>(i)));
  }
  connect(scenario);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    parts_[i]->configure(Settings(part_kind(specs_[i].kind).info, specs_[i]));
  }
  // Neighbours in one machine need no network between them.
  for (Link& link : links_) {
    const Machine* machine = parts_[link.from]->machine();
    if (machine != nullptr && machine == parts_[link.to]->machine()) link.one_way_ns = 0;
    link.lane = events_.lane(link.one_way_ns);
  }
  bill();
  for (const auto& part : parts_) part->start();
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
      links_(other.links_),
      changes_(other.changes_),
      next_change_(other.next_change_) {
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
    links_.push_back({.from = index_of(link.from),
                      .to = index_of(link.to),
                      .one_way_ns = sim::from_ms(link.round_trip_ms / 2)});
  }
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

Machine* Engine::machine(std::string_view id) {
  for (std::size_t i = 0; i < specs_.size(); ++i) {
    if (specs_[i].id == id) return parts_[i]->as_machine();
  }
  return nullptr;
}

// Names a call of a part's own, the same in every twin that has the part.
std::uint64_t Engine::next_key(PartIndex part) {
  Source& source = sources_[part];
  return sim::mix64(source.name + ++source.opened);
}

CallId Engine::open_request(PartIndex part, bool cancellable) {
  const CallId id = calls_.acquire();
  Call& root = calls_[id];
  root.request = requests_++;
  root.key = next_key(part);
  root.part = part;
  root.came_ns = now_;
  root.root = calls_.handle(id);
  root.cancellable = cancellable;
  root.draws = stream(part).draws_for(root.key);
  recorder_.offered(root.request);
  ledger_.offered(now_);
  return id;
}

void Engine::close_request(CallId id, Failure failure) {
  const Call& root = calls_[id];
  recorder_.finished(now_, root);
  ledger_.finished(now_, root.came_ns, failure);
  hash_.add(static_cast<std::uint64_t>(failure) << 32 | root.request);
  calls_.release(id);
}

CallId Engine::open_task(PartIndex part, const Demand& demand) {
  const CallId id = calls_.acquire();
  Call& task = calls_[id];
  task.request = kNoRequest;
  task.key = next_key(part);
  task.part = part;
  task.came_ns = now_;
  task.root = calls_.handle(id);
  task.demand = demand;
  task.draws = stream(part).draws_for(task.key);
  return id;
}

void Engine::send(CallId parent_id, LinkIndex link_index, Demand demand) {
  if (calls_.size() >= kMostCalls) [[unlikely]] {
    parts_[calls_[parent_id].part]->hear(parent_id, Failure::queue_full);
    return;
  }
  const CallId id = calls_.acquire();
  Call& parent = calls_[parent_id];
  const Link& link = links_[link_index];
  Call& call = calls_[id];
  call.request = parent.request;
  call.key = sim::mix64(parent.key + (std::uint64_t{++parent.asked} << 32));
  call.parent = calls_.handle(parent_id);
  call.root = parent.root;
  call.cancellable = parent.cancellable;
  call.parent_turn = parent.turn;
  call.root_turn = parent.root.index == parent_id ? parent.turn : parent.root_turn;
  call.demand = demand;
  call.part = link.to;
  call.link = link_index;
  call.draws = stream(link.to).draws_for(call.key);
  recorder_.hop(now_, call, link.from, link.to, false);
  recorder_.doing(now_, call, PathStep::Doing::cross, link.from, link.to);
  if (link.one_way_ns > 0) {
    await(id, Awaits::arrival, link.lane, link.one_way_ns);
  } else {
    arrive(id);
  }
}

void Engine::arrive(CallId id) {
  Call& call = calls_[id];
  call.came_ns = now_;
  Part& part = *parts_[call.part];
  if (call.demand.wish == Wish::probe) {
    answer(id, part.takes_more() ? Failure::none : part.failure_when_down());
  } else {
    part.arrive(id);
  }
}

void Engine::answer(CallId id, Failure failure) {
  Call& call = calls_[id];
  const Link& link = links_[call.link];
  call.failure = failure;
  recorder_.hop(now_, call, link.to, link.from, true);
  recorder_.doing(now_, call, PathStep::Doing::answer, link.to, link.from);
  if (link.one_way_ns > 0) {
    await(id, Awaits::answer, link.lane, link.one_way_ns);
  } else {
    deliver(id);
  }
}

void Engine::deliver(CallId id) {
  const Call& call = calls_[id];
  const sim::Handle parent = call.parent;
  const Failure failure = call.failure;
  const std::uint32_t version = call.version;
  const std::uint16_t turn = call.parent_turn;
  calls_.release(id);
  // Who asked may be gone because its user left, or have crashed, with its own answer on the way.
  if (!calls_.is_current(parent)) return;
  Call& asker = calls_[parent.index];
  if (asker.awaits == Awaits::answer || asker.turn != turn) return;
  asker.version = version;
  parts_[asker.part]->hear(parent.index, failure);
}

void Engine::set_timer(PartIndex part, std::uint32_t timer, sim::Time at) {
  assert(timer < 1U << kTimerBits);
  events_.push(at, kTimer << kIndexBits | std::uint32_t{part} << kTimerBits | timer);
}

void Engine::crash(const std::vector<PartIndex>& crashed) {
  const auto is_crashed = [&](PartIndex part) {
    return std::find(crashed.begin(), crashed.end(), part) != crashed.end();
  };
  // Calls on their way to or from a part are in the network, and survive.
  std::vector<CallId> lost;  // in ascending order
  for (CallId id = 0; id < calls_.index_end(); ++id) {
    if (!calls_.in_use(id) || !is_crashed(calls_[id].part)) continue;
    const Awaits awaits = calls_[id].awaits;
    if (awaits != Awaits::arrival && awaits != Awaits::answer) lost.push_back(id);
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
    calls_[id].awaits = Awaits::nothing;
    calls_[id].due_ns = sim::kNever;
  }
  for (const PartIndex part : crashed) parts_[part]->crash();
  for (const CallId id : unheard) calls_.release(id);
  for (const CallId id : heard) {
    const Call& call = calls_[id];
    if (call.link == kNoLink) {
      close_task(id);
    } else {
      answer(id, parts_[call.part]->failure_when_down());
    }
  }
}

sim::Time Engine::next_change_time() const {
  return next_change_ < changes_.size() ? sim::from_seconds(changes_[next_change_].at_s)
                                        : sim::kNever;
}

sim::Time Engine::next_time() { return std::min(next_change_time(), events_.next_time_ns()); }

void Engine::run_next() {
  if (next_change_time() <= events_.next_time_ns()) {
    now_ = next_change_time();
    apply(changes_[next_change_++].change);
    return;
  }
  run_event(events_.pop());
}

void Engine::run_until(sim::Time at) {
  while (next_time() <= at) {
    const sim::Time change_at = next_change_time();
    while (events_.next_time_ns() <= at && events_.next_time_ns() < change_at) {
      run_event(events_.pop());
    }
    if (change_at <= at) run_next();
  }
  now_ = std::max(now_, at);
}

void Engine::run_event(const sim::Event& event) {
  assert(event.time_ns >= now_);
  now_ = event.time_ns;
  ++event_count_;
  hash_.add(static_cast<std::uint64_t>(event.time_ns) + (std::uint64_t{event.payload()} << 32));
  const std::uint32_t kind = event.payload() >> kIndexBits;
  const std::uint32_t index = event.payload() & ((1U << kIndexBits) - 1);
  if (kind == kTimer) {
    parts_[index >> kTimerBits]->ring(index & ((1U << kTimerBits) - 1));
    return;
  }
  const auto awaited = static_cast<Awaits>(kind);
  // Its call may be gone, and its slot have another call in it.
  if (!calls_.in_use(index)) return;
  Call& call = calls_[index];
  if (call.due_ns != now_ || call.awaits != awaited) return;
  call.due_ns = sim::kNever;
  call.awaits = Awaits::nothing;
  Part& part = *parts_[call.part];
  switch (awaited) {
    case Awaits::arrival:
      arrive(index);
      break;
    case Awaits::answer:
      deliver(index);
      break;
    case Awaits::cpu:
    case Awaits::disk:
      part.machine()->finish(awaited);
      part.resume(index);
      break;
    case Awaits::pause:
      part.resume(index);
      break;
    case Awaits::deadline:
      part.give_up(index);
      break;
    case Awaits::nothing:
      break;
  }
}

std::vector<Fault> Engine::apply(const Change& change) {
  const auto found = std::find_if(specs_.begin(), specs_.end(),
                                  [&](const PartSpec& spec) { return spec.id == change.part; });
  if (found == specs_.end()) return {{change.part, "is not a part of this system"}};
  PartSpec& spec = *found;
  Part& part = *parts_[static_cast<std::size_t>(found - specs_.begin())];
  const KindInfo& kind = part_kind(spec.kind).info;
  if (change.kind == Change::Kind::set) {
    const ParameterInfo* parameter = find_parameter(kind, change.setting.name);
    const std::string place = change.part + "." + change.setting.name;
    if (parameter == nullptr) return {{place, "is not a parameter of this kind of part"}};
    if (!parameter->live) return {{place, "cannot be changed while the system runs"}};
    const std::string reason = fault_of(*parameter, change.setting);
    if (!reason.empty()) return {{place, reason}};
    put_setting(spec, change.setting);
    part.configure(Settings(kind, spec));
    bill();
    return {};
  }
  if (!part.can_die()) return {{change.part, "cannot be killed or healed"}};
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

void Engine::bill() {
  double cost_month = 0;
  for (const auto& part : parts_) cost_month += part->cost_month();
  ledger_.bill(cost_month);
}

}  // namespace tenfold::model
