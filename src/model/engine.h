// The loop that runs a system: the event queue, the calls in flight, the links between parts. Parts
// know nothing of one another: they send calls over links and hear answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/call.h"
#include "model/ledger.h"
#include "model/link.h"
#include "model/part.h"
#include "model/recorder.h"
#include "model/scenario.h"
#include "model/truth.h"
#include "sim/event_queue.h"
#include "sim/pool.h"
#include "sim/random.h"
#include "sim/trace_hash.h"
#include "sim/zipf.h"

namespace tenfold::model {

class Engine {
 public:
  // REQUIRES: check(scenario) is empty.
  Engine(const Scenario& scenario, std::uint64_t seed);
  // A copy goes on as the original does, on its own.
  Engine(const Engine& other);
  Engine& operator=(const Engine&) = delete;

  sim::Time now() const { return now_; }
  sim::Time end() const { return end_; }
  Call& call(CallId id) { return calls_[id]; }
  Recorder& recorder() { return recorder_; }
  Ledger& ledger() { return ledger_; }
  Truth& truth() { return truth_; }
  const Ledger& ledger() const { return ledger_; }

  // --- for parts: a call's life

  // More is under way than a run may hold in memory; whoever asks now must be refused.
  bool is_flooded() const { return calls_.size() >= kMostRequests; }
  // A user's request, at the clients; `offer` must follow. Cancellable: servers drop its work once
  // its user has left.
  CallId open_request(PartIndex part, bool cancellable);
  // What the n-th request that the part opens, from 0, draws for: the same in every twin that has
  // the part.
  std::uint64_t key_of(PartIndex part, std::uint64_t n) const {
    return sim::mix64(sources_[part].name + n + 1);
  }
  // What the request is about has been settled: it counts from now on.
  void offer(CallId root);
  // The request is over, for its user. Calls made for it go on, and their answers find nobody.
  void close_request(CallId root, Failure failure);

  // Work of a part's own, for which no user waits: a health check, a copy to make, a queued job.
  // The demand comes by value: it may be that of a call, which moves when the pool grows.
  CallId open_task(PartIndex part, Demand demand);
  void close_task(CallId task) { calls_.release(task); }

  // Asks the part at the link's far end, on behalf of a call. The answer may come before this
  // returns; in a flood it is "queue full".
  void send(CallId parent, LinkIndex link) { send(parent, link, nullptr); }
  void send(CallId parent, LinkIndex link, Demand demand) { send(parent, link, &demand); }
  // Answers to what was asked so far on behalf of a call will not be heard.
  void disregard(CallId id) { ++calls_[id].turn; }
  // What a call awaited will not happen.
  void await_nothing(CallId id) {
    calls_[id].awaits = Awaits::nothing;
    calls_[id].due_ns = sim::kNever;
  }
  // For telling later whether a call is still there.
  sim::Handle handle(CallId id) const { return calls_.handle(id); }
  bool is_current(sim::Handle handle) const { return calls_.is_current(handle); }
  // Ends a call that came by a link; its parent hears of it when the answer has crossed back, with
  // the call's `bytes`. Over a link that is cut it fails instead, at once.
  void answer(CallId id, Failure failure);

  // Schedules what a call awaits. REQUIRES: delay_ns >= 0, and that the call awaits nothing yet.
  void await(CallId id, Awaits what, sim::Duration delay_ns) {
    Call& waiting = calls_[id];
    waiting.awaits = what;
    waiting.due_ns = now_ + delay_ns;
    events_.push(waiting.due_ns, payload(what, id));
  }
  void await(CallId id, Awaits what, sim::EventQueue::Lane lane, sim::Duration delay_ns) {
    Call& waiting = calls_[id];
    waiting.awaits = what;
    waiting.due_ns = now_ + delay_ns;
    events_.push_lane(lane, now_, payload(what, id));
  }
  sim::EventQueue::Lane lane(sim::Duration delay_ns) { return events_.lane(delay_ns); }

  // The part's `ring` is called at that time. A timer cannot be taken back.
  void set_timer(PartIndex part, std::uint32_t timer, sim::Time at);

  // The user who asked has left, and nobody wants the work done any more.
  bool is_abandoned(const Call& call) const { return call.cancellable && !is_awaited(call); }
  // A call does something at its part from now on, until it asks for something or answers; while
  // it waits for what it asked for there is nothing to note.
  void note(const Call& call, Doing what) {
    recorder_.doing(now_, call, what, call.part, call.part);
  }

  // --- for parts: the others

  // The random stream of a part: the same in every scenario that has a part of that id.
  sim::Stream stream(PartIndex part) const { return sources_[part].stream; }
  // How popular things are: one table for all parts that ask for the same, as it takes long to make
  // and drives everything else out of the processor's cache.
  sim::Zipf popularity(std::uint32_t things, double exponent);
  // The links from a part to those of a role, in the scenario's order.
  std::vector<LinkIndex> links_to(PartIndex from, Role role) const;
  // The first of them; kNoLink when there is none.
  LinkIndex link_to(PartIndex from, Role role) const;
  // All links from a part.
  std::vector<LinkIndex> links_from(PartIndex from) const;
  Part& far_end(LinkIndex link) { return *parts_[links_[link].to]; }
  // Who answers there in the end: parts between pass what is asked on, and their ways are alike.
  Part& answerer(LinkIndex link);
  // The part there is up, and so is the link.
  bool reaches(LinkIndex link) const {
    return links_[link].is_up && parts_[links_[link].to]->is_up();
  }
  // How many parts of the same kind come before it in the scenario.
  std::uint32_t place_in_kind(PartIndex part) const;
  Machine* machine(std::string_view id);  // nullptr when there is none of that id

  // These parts stop, all in this moment: what they held is lost.
  void crash(const std::vector<PartIndex>& parts);

  // --- for the system

  // Every event up to and including a time, then the clock stands there.
  void run_until(sim::Time at);
  // Runs the next event; requires next_time() <= end().
  void run_next();
  // When something happens next.
  sim::Time next_time();

  // As System::apply.
  std::vector<Fault> apply(const Change& change);
  // Adds up, in $ a month, what the parts cost now. To be called after whatever changes that:
  // `decided` by somebody, or else by a part.
  void bill(bool decided = false);
  // What the links' traffic costs, in $ a month, if the month's requests are answered as those so
  // far: dollars per GB x bytes a request x requests a month.
  double traffic_cost_month() const;
  double requests_month() const;

  std::size_t part_count() const { return parts_.size(); }
  const Part& part(PartIndex index) const { return *parts_[index]; }
  Part& part(PartIndex index) { return *parts_[index]; }
  const std::vector<Link>& links() const { return links_; }
  const PartSpec& spec(PartIndex index) const { return specs_[index]; }
  // As System::inside.
  Inside inside(PartIndex part) const;
  // Memory that a copy takes, to a tenth; what copies share is not counted.
  std::size_t bytes() const;
  std::uint32_t requests_offered() const { return requests_; }
  std::uint64_t events() const { return event_count_; }
  std::uint64_t log_hash() const { return hash_.value(); }

 private:
  // What a part's luck hangs on: its id, the seed, and how many calls it has opened by itself, but
  // nothing about other parts.
  struct Source {
    std::uint64_t name;
    sim::Stream stream;
    std::uint64_t opened = 0;
  };

  // A timer's event has a kind of its own, beyond those that calls await.
  static constexpr std::uint32_t kTimer = 15;
  static constexpr std::uint32_t kIndexBits = 24;
  // What requests in flight have open beyond one call each fits above the first limit.
  static constexpr std::size_t kMostRequests = 1U << 20;
  static constexpr std::size_t kMostCalls = 1U << 22;
  static constexpr std::uint32_t kTimerBits = 8;

  static std::uint32_t payload(Awaits what, CallId id) {
    return static_cast<std::uint32_t>(what) << kIndexBits | id;
  }

  // Without a demand, the call has its parent's. REQUIRES: the demand is not in a call.
  void send(CallId parent, LinkIndex link, const Demand* demand);
  void connect(const Scenario& scenario);
  CallId open(PartIndex part, std::uint32_t request);
  std::uint64_t next_key(PartIndex part) { return key_of(part, sources_[part].opened++); }
  sim::Time next_change_time() const;
  void run_event(const sim::Event& event);
  void arrive(CallId id);
  void deliver(CallId id);
  void set_up(Link& link, const LinkSpec& spec);
  std::vector<Fault> make(const Change& change);
  // Why the other parts forbid a value that is sound by itself; empty when they do not.
  std::string conflict_of(std::size_t part, const Setting& setting) const;
  std::vector<Fault> apply_to_link(const Change& change);
  void cut(LinkIndex link);
  // Someone still waits for what comes of the call.
  bool is_awaited(const Call& call) const {
    return calls_.is_current(call.root) && calls_[call.root.index].turn == call.root_turn;
  }
  void transfer(CallId id);
  void finish_transfer(CallId id);
  void cross_back(CallId id);
  void fail_at_once(CallId id);

  sim::Time now_ = 0;
  sim::Time end_;
  sim::EventQueue events_;
  sim::Pool<Call> calls_;
  Ledger ledger_;
  Recorder recorder_;
  Truth truth_;
  sim::TraceHash hash_;
  std::uint64_t event_count_ = 0;
  std::uint32_t requests_ = 0;
  std::vector<PartSpec> specs_;
  std::vector<Role> roles_;      // by part
  std::vector<Source> sources_;  // by part
  std::vector<sim::Zipf> popularities_;
  std::vector<std::unique_ptr<Part>> parts_;
  std::vector<LinkSpec> link_specs_;
  std::vector<Link> links_;
  std::vector<TimedChange> changes_;  // by time; those before next_change_ are done
  std::size_t next_change_ = 0;
  bool changed_by_hand_ = false;
};

}  // namespace tenfold::model
