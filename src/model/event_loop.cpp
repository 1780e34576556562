// Running a scenario's events, and what they do to calls: what a run spends its time in, compiled
// for speed in the web build too.
#include <algorithm>
#include <cassert>

#include "model/engine.h"
#include "model/machine.h"

namespace tenfold::model {

CallId Engine::open(PartIndex part, std::uint32_t request) {
  const CallId id = calls_.acquire();
  Call& call = calls_[id];
  call.request = request;
  call.key = next_key(part);
  call.part = part;
  call.came_ns = now_;
  call.root = calls_.handle(id);
  call.draws = stream(part).draws_for(call.key);
  return id;
}

CallId Engine::open_request(PartIndex part, bool cancellable) {
  const CallId id = open(part, requests_++);
  calls_[id].cancellable = cancellable;
  recorder_.opened(now_, calls_[id]);
  return id;
}

void Engine::offer(CallId id) {
  const Call& root = calls_[id];
  ledger_.offered(now_, root.part, root.demand.wish);
}

void Engine::close_request(CallId id, Failure failure) {
  const Call& root = calls_[id];
  recorder_.finished(now_, root, failure);
  ledger_.finished(now_, root.came_ns, root.part, root.demand.wish, failure);
  hash_.add(static_cast<std::uint64_t>(failure) << 32 | root.request);
  calls_.release(id);
}

CallId Engine::open_task(PartIndex part, Demand demand) {
  const CallId id = open(part, kNoRequest);
  calls_[id].demand = demand;
  return id;
}

void Engine::send(CallId parent_id, LinkIndex link_index, const Demand* demand) {
  assert(link_index < links_.size());
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
  recorder_.asked(now_, parent, call);
  if (!link.is_up) [[unlikely]] {
    fail_at_once(id);
    return;
  }
  recorder_.hop(now_, call, link.from, link.to, false);
  recorder_.doing(now_, call, Doing::cross, link.from, link.to);
  if (link.one_way_ns > 0) {
    await(id, Awaits::arrival, link.lane, link.one_way_ns);
  } else {
    arrive(id);
  }
}

void Engine::arrive(CallId id) {
  Call& call = calls_[id];
  call.came_ns = now_;
  recorder_.did(now_, call);
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
    recorder_.doing(now_, call, Doing::wait, link.to, link.from);
  }
}

// Nothing is sent for users who have closed the connection.
void Engine::transfer(CallId id) {
  Call& call = calls_[id];
  const Link& link = links_[call.link];
  if (!is_awaited(call)) call.bytes = 0;
  recorder_.doing(now_, call, Doing::answer, link.to, link.from);
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
  recorder_.doing(now_, call, Doing::answer, link.to, link.from);
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
  recorder_.ended(now_, call, failure);
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

sim::Time Engine::next_change_time() const {
  return next_change_ < changes_.size() ? sim::from_seconds(changes_[next_change_].at_s)
                                        : sim::kNever;
}

sim::Time Engine::next_time() { return std::min(next_change_time(), events_.next_time_ns()); }

void Engine::run_next() {
  if (next_change_time() <= events_.next_time_ns()) {
    now_ = next_change_time();
    make(changes_[next_change_++].change);
    return;
  }
  run_event(events_.pop());
}

void Engine::run_until(sim::Time at) {
  while (next_time() <= at) {
    const sim::Time change_at = next_change_time();
    // Of one moment, changes come first.
    const sim::Time before_change = std::min(at, change_at - 1);
    while (events_.next_time_ns() <= before_change) run_event(events_.pop());
    if (change_at <= at) run_next();
  }
  now_ = std::max(now_, at);
}

void Engine::run_event(const sim::Event& event) {
  assert(event.time_ns >= now_);
  now_ = event.time_ns;
  ++event_count_;
  hash_.add(static_cast<std::uint64_t>(event.time_ns) + (std::uint64_t{event.payload} << 32));
  const std::uint32_t kind = event.payload >> kIndexBits;
  const std::uint32_t index = event.payload & ((1U << kIndexBits) - 1);
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
      recorder_.did(now_, call);
      part.machine()->finish(awaited);
      part.resume(index);
      break;
    case Awaits::pause:
      recorder_.did(now_, call);
      part.resume(index);
      break;
    case Awaits::deadline:
      part.give_up(index);
      break;
    case Awaits::nothing:
      break;
  }
}

}  // namespace tenfold::model
