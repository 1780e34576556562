// The program that answers requests: a worker takes one from the queue and keeps it, with its
// memory, until the answer is ready, computing and asking the database in turn.
#include <algorithm>
#include <array>
#include <string>

#include "model/engine.h"
#include "model/machine.h"
#include "model/station_part.h"
#include "model/user_set.h"
#include "sim/distribution.h"

namespace tenfold::model {
namespace {

constexpr std::array<std::string_view, 5> kSpreads = {"constant", "erlang", "exponential",
                                                      "lognormal", "hyperexponential"};

constexpr std::array<std::string_view, 2> kOrders = {"one_by_one", "all_at_once"};

constexpr std::array kParameters = {
    ParameterInfo{.name = "machine", .unit = "", .is_part = true},
    ParameterInfo{.name = "workers",
                  .unit = "workers",
                  .initial = 32,
                  .low = 1,
                  .high = 10'000,
                  .source = "a few for each processor, as most of their time goes to waiting",
                  .live = true},
    ParameterInfo{.name = "queue_limit",
                  .unit = "requests",
                  .initial = 1000,
                  .low = 0,
                  .high = 1'000'000,
                  .source = "of the size of common servers' backlogs (512 to 4,096)",
                  .live = true},
    ParameterInfo{.name = "cpu_ms",
                  .words = "CPU time",
                  .unit = "ms",
                  .initial = 2,
                  .low = 0.001,
                  .high = 60'000,
                  .source = "500 requests a second and processor",
                  .live = true},
    ParameterInfo{.name = "cpu_spread", .unit = "", .initial = 1, .choices = kSpreads},
    ParameterInfo{.name = "cpu_scv", .unit = "", .initial = 4, .low = 1, .high = 100},
    ParameterInfo{.name = "queries",
                  .unit = "queries",
                  .initial = 3,
                  .low = 0,
                  .high = 1000,
                  .source = "a page made of a post, its author and its comments",
                  .live = true},
    ParameterInfo{.name = "job_cpu_ms",
                  .unit = "ms",
                  .initial = 100,
                  .low = 0,
                  .high = 600'000,
                  .live = true},
    ParameterInfo{.name = "call_order", .unit = "", .initial = 0, .choices = kOrders, .live = true},
    ParameterInfo{.name = "call_timeout_ms",
                  .unit = "ms",
                  .initial = 0,
                  .low = 0,
                  .high = 600'000,
                  .live = true},
    ParameterInfo{
        .name = "falls_back", .unit = "", .initial = 0, .low = 0, .high = 1, .live = true},
    ParameterInfo{.name = "draining", .unit = "", .initial = 0, .low = 0, .high = 1, .live = true},
    ParameterInfo{
        .name = "call_tries", .unit = "tries", .initial = 1, .low = 1, .high = 10, .live = true},
    ParameterInfo{.name = "page_kb",
                  .unit = "kB",
                  .initial = 10,
                  .low = 0,
                  .high = 100'000,
                  .source = "a page of text, packed",
                  .live = true},
    ParameterInfo{.name = "file_kb",
                  .unit = "kB",
                  .initial = 100,
                  .low = 0,
                  .high = 1'000'000,
                  .source = "of the size of one picture on a page",
                  .live = true},
    kSlowness,
    ParameterInfo{.name = "memory_mb",
                  .unit = "MB",
                  .initial = 32,
                  .low = 0,
                  .high = 100'000,
                  .source = "of the size of one worker process"},
    ParameterInfo{.name = "base_memory_gb",
                  .unit = "GB",
                  .initial = 0.25,
                  .low = 0,
                  .high = 1000,
                  .source = "of the size of common app runtimes"},
};

constexpr std::array<std::string_view, 4> kMatters = {"workers", "queue_limit", "cpu_ms",
                                                      "queries"};

sim::Distribution spread_over(std::string_view spread, double mean_ns, double scv) {
  if (spread == "constant") return sim::Distribution::constant(mean_ns);
  if (spread == "erlang") return sim::Distribution::erlang(mean_ns, 4);
  if (spread == "lognormal") return sim::Distribution::lognormal(mean_ns, scv);
  if (spread == "hyperexponential") return sim::Distribution::hyperexponential(mean_ns, scv);
  return sim::Distribution::exponential(mean_ns);
}

class AppServer final : public StationPart {
 public:
  using StationPart::StationPart;

  void configure(const Settings& settings) override {
    memory_bytes_ = static_cast<std::int64_t>(settings.number("memory_mb") * 1e6);
    if (machine() == nullptr) {
      lodge(settings);
      machine()->hold_always(static_cast<std::int64_t>(settings.number("base_memory_gb") * 1e9));
    }
    queries_ = settings.count("queries");
    const double unit_ns = settings.number("slowness") * sim::kMillisecond;
    cpu_ = spread_over(settings.text("cpu_spread"), settings.number("cpu_ms") * unit_ns,
                       settings.number("cpu_scv"));
    job_cpu_ = sim::Distribution::exponential(settings.number("job_cpu_ms") * unit_ns);
    page_bytes_ = static_cast<std::uint32_t>(settings.number("page_kb") * 1e3);
    file_bytes_ = static_cast<std::uint32_t>(settings.number("file_kb") * 1e3);
    asks_all_at_once_ = settings.text("call_order") == kOrders[1];
    call_timeout_ns_ = settings.ms("call_timeout_ms");
    call_tries_ = settings.count("call_tries");
    falls_back_ = settings.flag("falls_back");
    if (settings.flag("draining") != is_draining_) {
      is_draining_ = !is_draining_;
      set_leaving(is_draining_);
    }
    staff(settings.count("workers"), settings.count("queue_limit"));
  }

  void start() override {
    database_link_ = engine_->link_to(index(), Role::data);
    session_link_ = engine_->link_to(index(), Role::sessions);
    queue_link_ = engine_->link_to(index(), Role::queue);
    service_links_ = engine_->links_to(index(), Role::site);
  }

  // A piece of computing is over, or what was asked for has not come in time.
  void resume(CallId id) override {
    Call& call = engine_->call(id);
    if (call.open > 0) {
      not_answered(id, Failure::timed_out);
    } else if (engine_->is_abandoned(call)) {
      end(id, Failure::timed_out);
    } else if (call.left > 0) {
      --call.left;
      ask_next(id);
    } else {
      end(id, knows_session(call) ? Failure::none : Failure::logged_out);
    }
  }

  void hear(CallId id, Failure failure) override {
    Call& call = engine_->call(id);
    const bool is_last_try = call.stage + 1U >= call_tries_;
    if (is_last_try && can_do_without(call)) failure = Failure::none;
    --call.open;
    if (failure == Failure::none && call.open > 0) return;
    engine_->await_nothing(id);  // with a timeout, that; there may have been one when it asked
    if (failure == Failure::none) {
      go_on(id);
    } else {
      not_answered(id, failure);
    }
  }

  void crash() override {
    machine()->release(memory_bytes_ * static_cast<std::int64_t>(holding_));
    holding_ = 0;
    sessions_.clear();
    queue_.clear(engine_->now());
  }

  std::size_t bytes() const override { return StationPart::bytes() + sessions_.bytes(); }

 private:
  // What a call asks of other parts, in this order: its session, its queries, services, and last
  // that its slow work be done.
  bool asks_for_session(const Call& call) const {
    return call.demand.wish == Wish::session && session_link_ != kNoLink;
  }
  bool hands_in_job(const Call& call) const {
    return call.demand.wish == Wish::job && queue_link_ != kNoLink;
  }

  void settle_steps(Call& call) const {
    if (call.demand.wish == Wish::page_file) return;
    const std::size_t services = service_links_.size();
    if (database_link_ != kNoLink) call.queries = static_cast<std::uint16_t>(queries_);
    call.services = static_cast<std::uint16_t>(
        asks_all_at_once_ ? std::min<std::size_t>(services, 1) : services);
    call.left = std::uint32_t{call.queries} + call.services + (asks_for_session(call) ? 1 : 0) +
                (hands_in_job(call) ? 1 : 0);
  }

  // What it has asked for is a service's piece of the answer, and the rest can go out alone.
  bool can_do_without(const Call& call) const {
    if (!falls_back_) return false;
    const std::uint32_t jobs = hands_in_job(call) ? 1 : 0;
    return call.left >= jobs && call.left < jobs + call.services;
  }

  void ask_next(CallId id) {
    Call& call = engine_->call(id);
    Demand demand = call.demand;
    std::uint32_t left = call.left;
    if (call_timeout_ns_ > 0) engine_->await(id, Awaits::pause, call_timeout_ns_);
    const std::uint32_t jobs = hands_in_job(call) ? 1 : 0;
    if (left < jobs) {
      ask(id, queue_link_, demand);
      return;
    }
    left -= jobs;
    if (left < call.services) {
      if (call.services < service_links_.size()) {
        ask_all(id);
      } else {
        ask(id, service_links_[service_links_.size() - 1 - left], demand);
      }
      return;
    }
    left -= call.services;
    if (left < call.queries) {
      // A write reads first, and its last query writes.
      demand.wish = demand.wish == Wish::write && left == 0 ? Wish::write : Wish::read;
      demand.question = static_cast<std::uint16_t>(left);
      ask(id, database_link_, demand);
      return;
    }
    ask(id, session_link_, demand);
  }

  // What a call asked for is there, or it does without: on to the next piece of computing.
  void go_on(CallId id) {
    Call& call = engine_->call(id);
    call.stage = 0;
    if (engine_->is_abandoned(call)) {
      end(id, Failure::timed_out);
    } else {
      machine()->compute(id);
    }
  }

  // A question has failed; a call's stage counts how often the same one has.
  void not_answered(CallId id, Failure failure) {
    engine_->disregard(id);
    Call& call = engine_->call(id);
    call.open = 0;
    if (++call.stage < call_tries_ && !engine_->is_abandoned(call)) {
      ask_next(id);
    } else if (can_do_without(call)) {
      go_on(id);
    } else {
      end(id, failure);
    }
  }

  void ask(CallId id, LinkIndex link, const Demand& demand) {
    engine_->call(id).open = 1;
    engine_->send(id, link, demand);
  }

  void ask_all(CallId id) {
    const sim::Handle self = engine_->handle(id);
    engine_->call(id).open = static_cast<std::uint16_t>(service_links_.size());
    const std::uint16_t turn = engine_->call(id).turn;
    for (const LinkIndex link : service_links_) {
      // An answer that comes at once may have ended the call.
      if (!engine_->is_current(self) || engine_->call(id).turn != turn) return;
      engine_->send(id, link);
    }
  }

  // Sessions in this program's own memory are known to nobody else, and gone with it.
  bool knows_session(const Call& call) {
    if (call.demand.wish != Wish::session || session_link_ != kNoLink) return true;
    if (call.demand.signed_in && !sessions_.has(call.demand.user)) return false;
    sessions_.add(call.demand.user);
    return true;
  }

  void begin(CallId id) override { work_through(id); }

  // A free worker takes a call; as long as calls are over at once it takes the next.
  void work_through(CallId next) {
    while (next != sim::Station::kNobody && !take_on(next)) next = queue_.finish(engine_->now());
  }

  // False when the call was over at once.
  bool take_on(CallId id) {
    Call& call = engine_->call(id);
    const bool abandoned = engine_->is_abandoned(call);
    if (abandoned || !machine()->hold(memory_bytes_)) {
      count_leaving(call);
      engine_->answer(id, abandoned ? Failure::timed_out : Failure::out_of_memory);
      return false;
    }
    ++holding_;
    settle_steps(call);
    // The request's computing is cut by what it asks of others into equal pieces.
    sim::Duration work_ns = cpu_.draw(call.draws);
    if (call.demand.wish == Wish::job && queue_link_ == kNoLink) {
      work_ns += job_cpu_.draw(call.draws);
    }
    call.work_ns = work_ns / (call.left + 1);
    machine()->compute(id);
    return true;
  }

  void end(CallId id, Failure failure) {
    --holding_;
    machine()->release(memory_bytes_);
    Call& call = engine_->call(id);
    call.bytes = call.demand.wish == Wish::page_file ? file_bytes_ : page_bytes_;
    count_leaving(call);
    engine_->answer(id, failure);
    work_through(queue_.finish(engine_->now()));
  }

  std::uint32_t queries_ = 0;
  sim::Distribution cpu_;
  std::int64_t memory_bytes_ = 0;
  std::uint32_t holding_ = 0;  // calls that hold memory
  sim::Distribution job_cpu_;
  std::uint32_t page_bytes_ = 0;
  std::uint32_t file_bytes_ = 0;
  bool asks_all_at_once_ = false;
  bool falls_back_ = false;
  bool is_draining_ = false;
  sim::Duration call_timeout_ns_ = 0;
  std::uint32_t call_tries_ = 1;
  UserSet sessions_;
  LinkIndex database_link_ = kNoLink;
  LinkIndex session_link_ = kNoLink;
  LinkIndex queue_link_ = kNoLink;
  std::vector<LinkIndex> service_links_;
};

constexpr Need kNeeds[] = {
    {Role::data, 0, 1}, {Role::sessions, 0, 1}, {Role::queue, 0, 1}, {Role::site}};

}  // namespace

constinit const PartKind kAppServer = {
    .info = {.name = "app_server",
             .title = "App server",
             .does = "Makes the answers: a worker takes one request at a time, computes, and asks "
                     "the database.",
             .matters = kMatters,
             .omits = "Pauses of the program itself, such as garbage collection, and the memory of "
                      "waiting connections.",
             .parameters = kParameters},
    .role = Role::site,
    .needs = kNeeds,
    .make = make_part<AppServer>,
    .copy = copy_part<AppServer>,
    .asks =
        [](const Settings& settings, Role role) {
          return settings.number("call_tries") *
                 (role == Role::data ? settings.number("queries") : 1);
        },
};

}  // namespace tenfold::model
