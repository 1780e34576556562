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

// Why a running part, or link, cannot be set so; empty when it can.
std::string fault_of_live(const KindInfo& kind, const Setting& setting) {
  const ParameterInfo* parameter = find_parameter(kind, setting.name);
  if (parameter == nullptr) return "is not a parameter of this kind of part";
  if (!parameter->live) return "cannot be changed while the system runs";
  return fault_of(*parameter, setting);
}

// It is on its way to a part, or its answer is on the way back.
bool is_in_network(const Call& call) {
  return call.awaits == Awaits::arrival || call.awaits == Awaits::answer ||
         call.awaits == Awaits::transfer;
}

}  // namespace

Engine::Engine(const Scenario& scenario, std::uint64_t seed)
    : end_(sim::from_seconds(scenario.duration_s)),
      ledger_(sim::from_seconds(scenario.warmup_s)),
      specs_(scenario.parts),
      link_specs_(scenario.links),
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
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const Machine* machine = parts_[links_[i].from]->machine();
    links_[i].is_inside = machine != nullptr && machine == parts_[links_[i].to]->machine();
    set_up(links_[i], link_specs_[i]);
  }
  for (const auto& part : parts_) part->start();
  bill();
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
    const PartIndex from = index_of(link.from);
    // Parts keep the connections between them open; only users come anew.
    links_.push_back({.from = from,
                      .to = index_of(link.to),
                      .opens_anew = specs_[from].kind == kClients.info.name});
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

Machine* Engine::machine(std::string_view id) {
  for (std::size_t i = 0; i < specs_.size(); ++i) {
    if (specs_[i].id == id) return parts_[i]->as_machine();
  }
  return nullptr;
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
  return id;
}

void Engine::offer(CallId id) {
  const Call& root = calls_[id];
  ledger_.offered(now_, root.part, root.demand.wish);
}

void Engine::close_request(CallId id, Failure failure) {
  const Call& root = calls_[id];
  recorder_.finished(now_, root);
  ledger_.finished(now_, root.came_ns, root.part, root.demand.wish, failure);
  hash_.add(static_cast<std::uint64_t>(failure) << 32 | root.request);
  calls_.release(id);
}

CallId Engine::open_task(PartIndex part, Demand demand) {
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

void Engine::send(CallId parent_id, LinkIndex link_index, const Demand* demand) {
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
  call.demand = demand != nullptr ? *demand : parent.demand;
  call.part = link.to;
  call.link = link_index;
  call.draws = stream(link.to).draws_for(call.key);
  if (!link.is_up) [[unlikely]] {
    fail_at_once(id);
    return;
  }
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
  Link& link = links_[call.link];
  if (!link.is_up) [[unlikely]] {
    fail_at_once(id);
    return;
  }
  call.failure = failure;
  if (failure != Failure::none) call.bytes = 0;
  if (link.ns_per_byte <= 0 || call.bytes == 0) {
    cross_back(id);
  } else if (link.pipe.arrive(now_, id) == sim::Station::Entry::kStarts) {
    transfer(id);
  } else {
    call.awaits = Awaits::transfer;
    recorder_.doing(now_, call, PathStep::Doing::wait, link.to, link.from);
  }
}

// Nothing is sent for users who have closed the connection.
void Engine::transfer(CallId id) {
  Call& call = calls_[id];
  const Link& link = links_[call.link];
  if (!is_awaited(call)) call.bytes = 0;
  recorder_.doing(now_, call, PathStep::Doing::answer, link.to, link.from);
  await(id, Awaits::transfer, sim::round_to_ns(link.ns_per_byte * call.bytes));
}

void Engine::finish_transfer(CallId id) {
  const CallId next = links_[calls_[id].link].pipe.finish(now_);
  if (next != sim::Station::kNobody) transfer(next);
  cross_back(id);
}

void Engine::cross_back(CallId id) {
  Call& call = calls_[id];
  Link& link = links_[call.link];
  link.bytes += call.bytes;
  recorder_.hop(now_, call, link.to, link.from, true);
  recorder_.doing(now_, call, PathStep::Doing::answer, link.to, link.from);
  const int extra = link.opens_anew ? extra_round_trips(call.bytes) : 0;
  if (link.one_way_ns == 0) {
    deliver(id);
  } else if (extra == 0) {
    await(id, Awaits::answer, link.lane, link.one_way_ns);
  } else {
    await(id, Awaits::answer, (1 + 2 * extra) * link.one_way_ns);
  }
}

void Engine::fail_at_once(CallId id) {
  calls_[id].failure = Failure::unreachable;
  calls_[id].bytes = 0;
  deliver(id);
}

void Engine::deliver(CallId id) {
  const Call& call = calls_[id];
  const sim::Handle parent = call.parent;
  const Failure failure = call.failure;
  const std::uint32_t version = call.version;
  const std::uint32_t bytes = call.bytes;
  const std::uint16_t turn = call.parent_turn;
  calls_.release(id);
  // Who asked may be gone because its user left, or have crashed, with its own answer on the way.
  if (!calls_.is_current(parent)) return;
  Call& asker = calls_[parent.index];
  if (is_in_network(asker) || asker.turn != turn) return;
  asker.version = version;
  asker.bytes = bytes;
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
    calls_[id].awaits = Awaits::nothing;
    calls_[id].due_ns = sim::kNever;
    Part& part = *parts_[calls_[id].part];
    if (part.is_inside(calls_[id])) part.count_leaving(calls_[id]);
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
    case Awaits::transfer:
      finish_transfer(index);
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
  if (names_link(change.part)) return apply_to_link(change);
  const auto found = std::find_if(specs_.begin(), specs_.end(),
                                  [&](const PartSpec& spec) { return spec.id == change.part; });
  if (found == specs_.end()) return {{change.part, "is not a part of this system"}};
  PartSpec& spec = *found;
  Part& part = *parts_[static_cast<std::size_t>(found - specs_.begin())];
  const KindInfo& kind = part_kind(spec.kind).info;
  if (change.kind == Change::Kind::set) {
    const std::string reason = fault_of_live(kind, change.setting);
    if (!reason.empty()) return {{change.part + "." + change.setting.name, reason}};
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

void Engine::bill() {
  double cost_month = 0;
  for (const auto& part : parts_) cost_month += part->cost_month();
  ledger_.bill(cost_month);
}

}  // namespace tenfold::model
