// A scenario brought to life: one seeded, deterministic run that can be advanced, changed while it
// runs, measured and looked into. Nothing here reads a clock or draws.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario.h"
#include "sim/clock.h"
#include "sim/histogram.h"

namespace tenfold::model {

// Why a request failed. Closed: every request that is not good has exactly one of these.
enum class Failure : std::uint8_t {
  none,
  queue_full,
  timed_out,  // the user left before the answer came
  server_down,
  database_down,
  out_of_memory,
  name_not_found,  // DNS gave no address
  turned_away,     // by a limit or an open circuit breaker, to protect what is behind it
  logged_out,      // the session that the user relied on is gone
  unreachable,     // no network to the part that was asked
};
inline constexpr std::size_t kFailures = 10;
std::string_view failure_name(Failure failure);  // what a learner reads: "queue full"

// What is wanted of a system. Health checks and the copying of writes are asked by parts, not
// users.
enum class Wish : std::uint8_t { read, write, page_file, session, job, probe, copy };
inline constexpr std::size_t kUserWishes = 5;  // the first of them
std::string_view wish_name(Wish wish);         // of a user: "page", "write", "file", …

enum class Health : std::uint8_t { up, strained, overloaded, restarting, down };
// The utilisation from which a queue grows steeply, and a part is called strained.
inline constexpr double kStrained = 0.8;

// A part as it is now; rates and utilisation are over the last simulated second.
struct PartState {
  std::string id;
  std::string label;
  std::string kind;
  Health health = Health::up;
  double utilisation = 0;  // 0–1, share of its workers (or of a machine's busiest resource) in use
  std::uint32_t in_service = 0;
  std::uint32_t waiting = 0;
  std::uint32_t capacity = 0;  // workers
  std::uint32_t queue_limit = 0;
  double arrival_rps = 0;
  double leave_rps = 0;       // calls that are over; of these in that second:
  double time_ms = 0;         // … the mean time here; 0 when there were none
  double mean_in_system = 0;  // L over the run
  double mean_rate_rps = 0;   // λ over the run, of calls that are over: with these, L = λW
  double mean_time_ms = 0;    // W over the run
  // Machines: the share in use of each resource over the last second; else 0.
  double cpu = 0;
  double memory = 0;
  double disk = 0;
  double hit_ratio = 0;  // reads found in memory, over the last second
  double lag_ms = 0;     // mean age of writes as they came to a replica, in the last second
  // Since the start.
  std::uint64_t arrivals = 0;
  std::uint64_t left = 0;  // calls that are over, refused ones not counted
  std::uint64_t reads = 0;
  std::uint64_t hits = 0;
  std::uint64_t stale = 0;         // answers from before the newest write
  std::uint64_t own_stale = 0;     // … which the asking user had made
  std::uint64_t repeated = 0;      // jobs handed out once more
  std::uint64_t dead_letters = 0;  // jobs given up
  std::uint64_t moved = 0;         // keys that went to another shard
  double oldest_s = 0;             // how long the first in a job queue has waited
  double longest_s = 0;            // … and the longest that any has
  std::uint64_t bytes_out = 0;     // of answers that it sent over its links
  std::uint64_t bytes_in = 0;      // … and that it was sent
};

// Where the calls at a part are in this moment. Each that is inside waits in the part's queue, or
// is worked on (a user's request: pauses before a further try), or awaits what it has asked of
// others; one that asks several parts at once is counted by each of them.
struct Inside {
  std::uint32_t calls = 0;
  std::uint32_t waiting = 0;
  std::uint32_t working = 0;
  // By part: wait for its answer. By machine: wait for one of its processors or its disk.
  std::vector<std::uint32_t> awaiting;
  double spent_s = 0;  // the sum of their times here so far
};

// A link as it is now, in the scenario's order.
struct LinkState {
  Health health = Health::up;
  double utilisation = 0;     // 0–1, over the last simulated second; 0 where there is no limit
  std::uint32_t waiting = 0;  // answers
  std::uint64_t bytes = 0;    // of answers, since the start
};

struct Counts {
  std::uint64_t offered = 0;
  std::uint64_t good = 0;  // answered in time
  std::uint64_t failed = 0;
  std::array<std::uint64_t, kFailures> by_reason{};  // sums to failed

  Counts& operator+=(const Counts& other);
};

// One simulated second of the whole system; in a run of over two hours, a few of them.
struct Sample {
  double at_s = 0;    // its end
  double span_s = 1;  // how long it is
  Counts counts;      // in that time
  double p50_ms = 0;
  double p99_ms = 0;     // of several seconds: the worst one's
  double in_system = 0;  // L in that time
  double cost_month = 0;
  std::vector<float> utilisation;      // by part, in the scenario's order
  std::vector<std::uint32_t> waiting;  // by part, at its end
  // By link, in the scenario's order; empty in a system whose links all are without limit.
  std::vector<float> link_utilisation;

  double per_second(std::uint64_t count) const { return static_cast<double>(count) / span_s; }
};

// The requests of one kind from one region.
struct ClassTotals {
  std::uint16_t part = 0;  // the clients part, as an index into the scenario's parts
  std::string users = {};  // its id
  Wish wish = Wish::read;
  Counts counts = {};
  sim::Histogram latency_ns = {};  // of good answers
};

// Since the end of the warm-up.
struct Totals {
  double from_s = 0;
  double to_s = 0;
  Counts counts;
  std::uint64_t in_flight = 0;
  sim::Histogram latency_ns;  // of good answers
  // By clients part and wish, in that order; only what was offered at least once.
  std::vector<ClassTotals> classes;
  double mean_in_system = 0;  // L
  double arrival_rps = 0;     // λ
  double mean_time_ms = 0;    // W, of all requests that left, failed ones too
  std::uint64_t stale = 0;    // answers of caches and replicas from before the newest write
  double oldest_s = 0;        // of jobs, the longest wait
  std::uint64_t repeated = 0;
  std::uint64_t dead_letters = 0;
  double cost_month = 0;    // a month like this run, since it was last decided, and its traffic
  double cost_million = 0;  // that, for a million of the month's requests
};

// In the metric's unit.
double measure(Metric metric, const Totals& totals);

struct GoalResult {
  Goal goal;
  double measured = 0;
  bool met = false;
};
// In the goals' order. A goal that names users is judged by their requests alone.
std::vector<GoalResult> judge(const std::vector<Goal>& goals, const Totals& totals);
bool all_met(const std::vector<GoalResult>& results);

// A crossing of a link, for drawing. Parts are indexes into the scenario's parts.
struct Hop {
  sim::Time at{};
  std::uint32_t request = 0;
  std::uint16_t from = 0;
  std::uint16_t to = 0;
  bool reply = false;
  Failure failure = Failure::none;
};

// A request that is over.
struct Finished {
  sim::Time came{};
  sim::Time ended{};
  std::uint32_t request = 0;
  std::uint16_t users = 0;  // the clients part, as an index into the scenario's parts
  Failure failure = Failure::none;
};

struct Trace;  // see trace.h

class System {
 public:
  // REQUIRES: check(scenario) is empty.
  System(const Scenario& scenario, std::uint64_t seed);
  // A snapshot: it goes on exactly as the original would, whatever becomes of that.
  System(const System& other);
  System& operator=(const System& other);
  System(System&&) noexcept;
  System& operator=(System&&) noexcept;
  ~System();

  void run_until(sim::Time at);  // every event up to and including `at`
  // Runs the next event, however far ahead; false when none is left before the scenario's end.
  bool step();
  sim::Time now() const;
  sim::Time end() const;  // the scenario's duration

  // Takes effect now. Faults: unknown part, link or parameter, value out of range, not changeable
  // while running. On a fault nothing has changed.
  std::vector<Fault> apply(const Change& change);

  // In the scenario's order.
  std::vector<PartState> parts() const;
  std::vector<LinkState> links() const;
  // Of one part, by its place in the scenario. Looks at every call in flight.
  Inside inside(std::size_t part) const;
  // The part's parameters as they are set now.
  const PartSpec& spec(std::size_t part) const;
  const std::vector<Sample>& series() const;  // whole seconds so far, see series.h
  Totals totals() const;                      // of the requests that came since the warm-up
  double cost_month() const;                  // the totals', without making them
  std::uint64_t events() const;               // processed so far
  std::size_t bytes() const;                  // memory that a copy takes, to a tenth
  std::uint64_t log_hash() const;             // of every event so far; equal on every platform

  // Hops of one request in `one_in` are kept (0: none) until taken; at most a few thousand.
  // Neither this nor following nor the list of what is over changes a result.
  void sample_hops(std::uint32_t one_in);
  void take_hops(std::vector<Hop>& out);

  // Requests are numbered from 0 in the order in which they come. So many have.
  std::uint32_t requests_offered() const;
  // Records the whole life of one request, and forgets what was known of another.
  // REQUIRES: request >= requests_offered().
  void follow(std::uint32_t request);
  void follow_next() { follow(requests_offered()); }
  // Of the request that was followed last: empty until it comes, `over` when it is.
  const Trace& trace() const;

  // Requests that are over, in the order of their ends, are listed from now on, or no more; at most
  // some hundred thousand. With `true` the list begins anew.
  void log_finished(bool wanted);
  const std::vector<Finished>& finished() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tenfold::model
