// The program that answers requests: a worker takes one from the queue and keeps it, with its
// memory, until the answer is ready, computing and asking the database in turn.
#include <array>
#include <string>

#include "model/engine.h"
#include "model/machine.h"
#include "sim/distribution.h"
#include "sim/station.h"

namespace tenfold::model {
namespace {

constexpr std::array<std::string_view, 3> kSpreads = {"constant", "erlang", "exponential"};

constexpr std::array kParameters = {
    ParameterInfo{
        .name = "machine", .unit = "", .says = "The machine it runs on.", .is_part = true},
    ParameterInfo{.name = "workers",
                  .unit = "workers",
                  .says = "How many requests it works on at once.",
                  .initial = 32,
                  .low = 1,
                  .high = 10'000,
                  .source = "a few for each processor, as most of their time goes to waiting",
                  .live = true},
    ParameterInfo{.name = "queue_limit",
                  .unit = "requests",
                  .says = "How many may wait for a worker; more are refused.",
                  .initial = 1000,
                  .low = 0,
                  .high = 1'000'000,
                  .source = "of the size of common servers' backlogs (512 to 4,096)",
                  .live = true},
    ParameterInfo{.name = "cpu_ms",
                  .unit = "ms",
                  .says = "Processor time for a request, on average, in the app itself.",
                  .initial = 2,
                  .low = 0.001,
                  .high = 60'000,
                  .source = "500 requests a second and processor",
                  .live = true},
    ParameterInfo{.name = "cpu_spread",
                  .unit = "",
                  .says = "How much that time differs from request to request.",
                  .initial = 1,
                  .choices = kSpreads},
    ParameterInfo{.name = "queries",
                  .unit = "queries",
                  .says = "How often a request asks the database, one query after the other.",
                  .initial = 3,
                  .low = 0,
                  .high = 1000,
                  .source = "a page made of a post, its author and its comments",
                  .live = true},
    ParameterInfo{.name = "memory_mb",
                  .unit = "MB",
                  .says = "Memory that a request holds while a worker has it.",
                  .initial = 32,
                  .low = 0,
                  .high = 100'000,
                  .source = "of the size of one worker process"},
    ParameterInfo{.name = "base_memory_gb",
                  .unit = "GB",
                  .says = "Memory that the program needs before any request.",
                  .initial = 0.25,
                  .low = 0,
                  .high = 1000,
                  .source = "of the size of common app runtimes"},
};

sim::Distribution spread_over(std::string_view spread, double mean_ns) {
  if (spread == "constant") return sim::Distribution::constant(mean_ns);
  if (spread == "erlang") return sim::Distribution::erlang(mean_ns, 4);
  return sim::Distribution::exponential(mean_ns);
}

class AppServer final : public Part {
 public:
  using Part::Part;

  void configure(const Settings& settings) override {
    memory_bytes_ = static_cast<std::int64_t>(settings.number("memory_mb") * 1e6);
    if (machine() == nullptr) {
      lodge(settings);
      machine()->hold_always(static_cast<std::int64_t>(settings.number("base_memory_gb") * 1e9));
    }
    queue_limit_ = settings.count("queue_limit");
    queue_.set_places(queue_limit_);
    queue_.set_workers(settings.count("workers"));
    queries_ = settings.count("queries");
    cpu_ = spread_over(settings.text("cpu_spread"), settings.number("cpu_ms") * sim::kMillisecond);
    // New workers begin with those who wait.
    for (CallId next; (next = queue_.start_next(engine_->now())) != sim::Station::kNobody;) {
      work_through(next);
    }
  }

  void start() override { database_link_ = engine_->link_to(index(), Role::data); }

  void arrive(CallId id) override {
    if (!is_up()) {
      engine_->answer(id, failure_when_down());
      return;
    }
    switch (queue_.arrive(engine_->now(), id)) {
      case sim::Station::Entry::kStarts:
        work_through(id);
        break;
      case sim::Station::Entry::kWaits:
        engine_->note(engine_->call(id), PathStep::Doing::wait);
        break;
      case sim::Station::Entry::kRefused:
        engine_->answer(id, Failure::queue_full);
        break;
    }
  }

  // A piece of computing is over: the next query, or the answer.
  void resume(CallId id) override {
    Call& call = engine_->call(id);
    if (engine_->is_abandoned(call)) {
      end(id, Failure::timed_out);
    } else if (call.left > 0) {
      --call.left;
      engine_->send(id, database_link_);
    } else {
      end(id, Failure::none);
    }
  }

  void hear(CallId id, Failure failure) override {
    if (failure != Failure::none) {
      end(id, failure);
    } else if (engine_->is_abandoned(engine_->call(id))) {
      end(id, Failure::timed_out);
    } else {
      machine()->compute(id);
    }
  }

  void crash() override {
    machine()->release(memory_bytes_ * static_cast<std::int64_t>(holding_));
    holding_ = 0;
    queue_.clear(engine_->now());
  }

  Reading reading() const override {
    const sim::Station::Totals totals = queue_.totals(engine_->now());
    Reading reading;
    reading.arrivals = totals.arrivals;
    reading.refusals = totals.refusals;
    reading.left = left_;
    reading.left_time_ns = left_time_ns_;
    reading.busy_ns = totals.busy_ns;
    reading.inside_ns = totals.busy_ns + totals.waiting_ns;
    return reading;
  }

  void describe(PartState& state) const override {
    state.in_service = static_cast<std::uint32_t>(queue_.busy());
    state.waiting = static_cast<std::uint32_t>(queue_.waiting());
    state.capacity = queue_.workers();
    state.queue_limit = queue_limit_;
  }

 private:
  // A free worker takes a call; as long as calls are over at once it takes the next.
  void work_through(CallId next) {
    while (next != sim::Station::kNobody && !begin(next)) next = queue_.finish(engine_->now());
  }

  // False when the call was over at once.
  bool begin(CallId id) {
    Call& call = engine_->call(id);
    const bool abandoned = engine_->is_abandoned(call);
    if (abandoned || !machine()->hold(memory_bytes_)) {
      count_leaving(call);
      engine_->answer(id, abandoned ? Failure::timed_out : Failure::out_of_memory);
      return false;
    }
    ++holding_;
    call.left = database_link_ == kNoLink ? 0 : queries_;
    // The request's computing is cut by its queries into equal pieces.
    call.work_ns = cpu_.draw(call.draws) / (call.left + 1);
    machine()->compute(id);
    return true;
  }

  void end(CallId id, Failure failure) {
    --holding_;
    machine()->release(memory_bytes_);
    count_leaving(engine_->call(id));
    engine_->answer(id, failure);
    work_through(queue_.finish(engine_->now()));
  }

  sim::Station queue_;
  std::uint32_t queue_limit_ = 0;
  std::uint32_t queries_ = 0;
  sim::Distribution cpu_;
  std::int64_t memory_bytes_ = 0;
  std::uint32_t holding_ = 0;  // calls that hold memory
  LinkIndex database_link_ = kNoLink;
};

void check_app_server(const Scenario& scenario, std::size_t index, std::vector<Fault>& faults) {
  check_links(scenario, index, Role::data, 0, 1, faults);
}

}  // namespace

constinit const PartKind kAppServer = {
    .info = {.name = "app_server",
             .title = "App server",
             .says = "The program that makes each answer, with a fixed number of workers and a "
                     "queue before them.",
             .omits = "Pauses of the program itself, such as garbage collection, and the memory of "
                      "waiting connections.",
             .parameters = kParameters},
    .role = Role::site,
    .make = make_part<AppServer>,
    .copy = copy_part<AppServer>,
    .check = check_app_server,
};

}  // namespace tenfold::model
