// The face of a running system: it runs the engine second by second and keeps what was measured.
#include "model/system.h"

#include <algorithm>
#include <cassert>

#include "model/engine.h"
#include "model/series.h"

namespace tenfold::model {

namespace {

constexpr double kOverloaded = 0.97;

double share(std::uint64_t part, double whole) {
  return whole > 0 ? std::min(1.0, static_cast<double>(part) / whole) : 0;
}

}  // namespace

struct System::Impl {
  Impl(const Scenario& scenario, std::uint64_t seed)
      : engine(scenario, seed),
        readings(engine.part_count()),
        seconds(engine.part_count()),
        pipe_busy_ns(engine.links().size()),
        pipe_seconds(engine.links().size()) {
    for (PartIndex i = 0; i < engine.part_count(); ++i) {
      PartState& second = seconds[i];
      second.id = engine.spec(i).id;
      second.label = engine.spec(i).label;
      second.kind = engine.spec(i).kind;
    }
  }

  void run_until(sim::Time at) {
    at = std::min(at, engine.end());
    while (next_second <= at) {
      engine.run_until(next_second);
      close_second();
    }
    engine.run_until(at);
  }

  void close_second() {
    const double span_ns = static_cast<double>(sim::kSecond);
    Sample sample = engine.ledger().close_second(next_second);
    sample.utilisation.reserve(engine.part_count());
    sample.waiting.reserve(engine.part_count());
    sample.cost_month += engine.traffic_cost_month();
    for (PartIndex i = 0; i < engine.part_count(); ++i) {
      const Part& part = engine.part(i);
      PartState& second = seconds[i];
      part.describe(second);
      const Reading now = part.reading();
      const Reading& then = readings[i];
      const double worker_ns = second.capacity * span_ns;
      const double busy = share(now.busy_ns - then.busy_ns, worker_ns);
      second.arrival_rps = static_cast<double>(now.arrivals - then.arrivals);
      second.leave_rps = static_cast<double>(now.left - then.left);
      second.time_ms = now.left == then.left
                           ? 0
                           : static_cast<double>(now.left_time_ns - then.left_time_ns) /
                                 second.leave_rps / sim::kMillisecond;
      second.hit_ratio = share(now.hits - then.hits, static_cast<double>(now.reads - then.reads));
      const std::uint64_t copies = now.copies - then.copies;
      second.lag_ms = copies == 0 ? 0
                                  : static_cast<double>(now.lag_ns - then.lag_ns) /
                                        static_cast<double>(copies) / sim::kMillisecond;
      if (kind_info(second.kind).is_machine) {
        second.cpu = busy;
        second.disk = share(now.disk_busy_ns - then.disk_busy_ns, span_ns);
        second.utilisation = std::max({second.cpu, second.disk, second.memory});
      } else {
        second.utilisation = busy;
      }
      refused[i] = now.refusals > then.refusals;
      sample.utilisation.push_back(static_cast<float>(second.utilisation));
      sample.waiting.push_back(second.waiting);
      readings[i] = now;
    }
    for (std::size_t i = 0; i < pipe_seconds.size(); ++i) {
      const std::uint64_t busy_ns = engine.links()[i].pipe.totals(next_second).busy_ns;
      pipe_seconds[i] = share(busy_ns - pipe_busy_ns[i], span_ns);
      pipe_busy_ns[i] = busy_ns;
    }
    if (std::any_of(engine.links().begin(), engine.links().end(),
                    [](const Link& link) { return link.ns_per_byte > 0; })) {
      sample.link_utilisation.assign(pipe_seconds.begin(), pipe_seconds.end());
    }
    series.add(std::move(sample));
    next_second += sim::kSecond;
  }

  Health health(PartIndex index, const PartState& state) const {
    const Part& part = engine.part(index);
    if (!part.is_up()) return part.is_restarting() ? Health::restarting : Health::down;
    const bool is_full = state.utilisation >= kOverloaded && state.waiting > 0;
    if (refused[index] || is_full) return Health::overloaded;
    return state.utilisation >= kStrained ? Health::strained : Health::up;
  }

  Engine engine;
  sim::Time next_second = sim::kSecond;
  std::vector<Reading> readings;   // by part, at the last whole second
  std::vector<PartState> seconds;  // by part, what that second was like
  std::vector<bool> refused = std::vector<bool>(engine.part_count());
  std::vector<std::uint64_t> pipe_busy_ns;  // by link, at the last whole second
  std::vector<double> pipe_seconds;         // by link, its utilisation in that second
  Series series;
};

System::System(const Scenario& scenario, std::uint64_t seed)
    : impl_(std::make_unique<Impl>(scenario, seed)) {}
System::System(const System& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
System& System::operator=(const System& other) {
  impl_ = std::make_unique<Impl>(*other.impl_);
  return *this;
}
System::System(System&&) noexcept = default;
System& System::operator=(System&&) noexcept = default;
System::~System() = default;

void System::run_until(sim::Time at) { impl_->run_until(at); }

bool System::step() {
  const sim::Time next = impl_->engine.next_time();
  if (next > impl_->engine.end()) return false;
  while (impl_->next_second < next) impl_->run_until(impl_->next_second);
  impl_->engine.run_next();
  return true;
}

sim::Time System::now() const { return impl_->engine.now(); }
sim::Time System::end() const { return impl_->engine.end(); }
std::vector<Fault> System::apply(const Change& change) { return impl_->engine.apply(change); }

std::vector<PartState> System::parts() const {
  std::vector<PartState> states = impl_->seconds;
  const double passed_s = sim::to_seconds(now());
  for (PartIndex i = 0; i < states.size(); ++i) {
    const Part& part = impl_->engine.part(i);
    PartState& state = states[i];
    part.describe(state);
    state.health = impl_->health(i, state);
    const Reading reading = part.reading();
    if (passed_s > 0) {
      state.mean_in_system = static_cast<double>(reading.inside_ns) / 1e9 / passed_s;
      state.mean_rate_rps = static_cast<double>(reading.left) / passed_s;
    }
    state.arrivals = reading.arrivals;
    state.left = reading.left;
    state.reads = reading.reads;
    state.hits = reading.hits;
    state.stale = reading.stale;
    state.own_stale = reading.own_stale;
    if (reading.left > 0) {
      state.mean_time_ms =
          static_cast<double>(reading.left_time_ns) / 1e6 / static_cast<double>(reading.left);
    }
  }
  for (const Link& link : impl_->engine.links()) {
    states[link.to].bytes_out += link.bytes;
    states[link.from].bytes_in += link.bytes;
  }
  return states;
}

std::vector<LinkState> System::links() const {
  std::vector<LinkState> states;
  for (const Link& link : impl_->engine.links()) {
    LinkState& state = states.emplace_back();
    state.utilisation = impl_->pipe_seconds[states.size() - 1];
    state.waiting = static_cast<std::uint32_t>(link.pipe.waiting());
    state.bytes = link.bytes;
    state.health = !link.is_up                                             ? Health::down
                   : state.utilisation >= kOverloaded && state.waiting > 0 ? Health::overloaded
                   : state.utilisation >= kStrained                        ? Health::strained
                                                                           : Health::up;
  }
  return states;
}

Inside System::inside(std::size_t part) const {
  return impl_->engine.inside(static_cast<PartIndex>(part));
}
const PartSpec& System::spec(std::size_t part) const {
  return impl_->engine.spec(static_cast<PartIndex>(part));
}

const std::vector<Sample>& System::series() const { return impl_->series.samples(); }
Totals System::totals() const {
  Totals totals = impl_->engine.ledger().totals(now());
  for (ClassTotals& its : totals.classes) its.users = impl_->engine.spec(its.part).id;
  totals.cost_month = cost_month();
  const double requests = impl_->engine.requests_month();
  if (requests > 0) totals.cost_million = totals.cost_month / requests * 1e6;
  for (const PartState& part : parts()) {
    totals.stale += part.stale;
    totals.oldest_s = std::max(totals.oldest_s, part.longest_s);
    totals.repeated += part.repeated;
    totals.dead_letters += part.dead_letters;
  }
  return totals;
}
double System::cost_month() const {
  return impl_->engine.ledger().cost_month(now()) + impl_->engine.traffic_cost_month();
}
std::uint64_t System::events() const { return impl_->engine.events(); }
std::size_t System::bytes() const {
  return sizeof(Impl) + impl_->engine.bytes() + impl_->series.bytes();
}
std::uint64_t System::log_hash() const { return impl_->engine.log_hash(); }

void System::sample_hops(std::uint32_t one_in) { impl_->engine.recorder().sample_hops(one_in); }
void System::take_hops(std::vector<Hop>& out) { impl_->engine.recorder().take_hops(out); }
std::uint32_t System::requests_offered() const { return impl_->engine.requests_offered(); }
void System::follow(std::uint32_t request) {
  assert(request >= requests_offered());
  impl_->engine.recorder().follow(request);
}
const Trace& System::trace() const { return impl_->engine.recorder().trace(); }
void System::log_finished(bool wanted) { impl_->engine.recorder().log_finished(wanted); }
const std::vector<Finished>& System::finished() const { return impl_->engine.recorder().log(); }

std::string_view failure_name(Failure failure) {
  switch (failure) {
    case Failure::none:
      return "none";
    case Failure::queue_full:
      return "queue full";
    case Failure::timed_out:
      return "timed out";
    case Failure::server_down:
      return "server down";
    case Failure::database_down:
      return "database down";
    case Failure::out_of_memory:
      return "out of memory";
    case Failure::name_not_found:
      return "name not found";
    case Failure::turned_away:
      return "turned away";
    case Failure::logged_out:
      return "logged out";
    case Failure::unreachable:
      return "network down";
  }
  return "";
}

std::string_view wish_name(Wish wish) {
  switch (wish) {
    case Wish::read:
      return "page";
    case Wish::write:
      return "write";
    case Wish::page_file:
      return "file";
    case Wish::session:
      return "session";
    case Wish::job:
      return "job";
    case Wish::probe:
    case Wish::copy:
      break;
  }
  return "";
}

Counts& Counts::operator+=(const Counts& other) {
  offered += other.offered;
  good += other.good;
  failed += other.failed;
  for (std::size_t i = 0; i < kFailures; ++i) by_reason[i] += other.by_reason[i];
  return *this;
}

namespace {

// What the requests of one clients part came to.
Totals of_users(const Totals& all, std::string_view users) {
  Totals totals;
  totals.from_s = all.from_s;
  totals.to_s = all.to_s;
  for (const ClassTotals& its : all.classes) {
    if (its.users != users) continue;
    totals.counts += its.counts;
    totals.latency_ns.merge(its.latency_ns);
  }
  return totals;
}

}  // namespace

double measure(Metric metric, const Totals& totals) {
  const auto share_of_offered = [&totals](std::uint64_t count) {
    const auto offered = static_cast<double>(totals.counts.offered);
    return offered > 0 ? static_cast<double>(count) / offered : 0;
  };
  switch (metric) {
    case Metric::good_share:
      return share_of_offered(totals.counts.good);
    case Metric::failed_share:
      return share_of_offered(totals.counts.failed);
    case Metric::p50_ms:
      return totals.latency_ns.quantile_ns(0.5) / sim::kMillisecond;
    case Metric::p99_ms:
      return totals.latency_ns.quantile_ns(0.99) / sim::kMillisecond;
    case Metric::mean_ms:
      return totals.latency_ns.mean_ns() / sim::kMillisecond;
    case Metric::throughput_rps: {
      const double span_s = totals.to_s - totals.from_s;
      return span_s > 0 ? static_cast<double>(totals.counts.good) / span_s : 0;
    }
    case Metric::cost_month:
      return totals.cost_month;
    case Metric::stale_share:
      return share_of_offered(totals.stale);
    case Metric::logged_out:
      return static_cast<double>(
          totals.counts.by_reason[static_cast<std::size_t>(Failure::logged_out)]);
    case Metric::oldest_s:
      return totals.oldest_s;
    case Metric::repeated:
      return static_cast<double>(totals.repeated);
    case Metric::dead_letters:
      return static_cast<double>(totals.dead_letters);
    case Metric::done_share: {
      const auto over = static_cast<double>(totals.counts.good + totals.counts.failed);
      return over > 0 ? static_cast<double>(totals.counts.good) / over : 0;
    }
  }
  return 0;
}

std::vector<GoalResult> judge(const std::vector<Goal>& goals, const Totals& totals) {
  std::vector<GoalResult> results;
  for (const Goal& goal : goals) {
    const double measured = goal.users.empty() ? measure(goal.metric, totals)
                                               : measure(goal.metric, of_users(totals, goal.users));
    const bool met = goal.at_least ? measured >= goal.limit : measured <= goal.limit;
    results.push_back({goal, measured, met});
  }
  return results;
}

bool all_met(const std::vector<GoalResult>& results) {
  return std::all_of(results.begin(), results.end(),
                     [](const GoalResult& result) { return result.met; });
}

}  // namespace tenfold::model
