// Work for later: whoever hands a job in is answered at once, and workers take jobs when they can.
// A job that no worker has reported done in time is handed out again, so it may be done twice; one
// that fails too often is put aside.
#include <algorithm>
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"
#include "sim/ring.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "room",
                  .unit = "jobs",
                  .initial = 1'000'000,
                  .low = 0,
                  .high = 10'000'000,
                  .live = true},
    ParameterInfo{
        .name = "at_once", .unit = "jobs", .initial = 4, .low = 1, .high = 1000, .live = true},
    ParameterInfo{.name = "redeliver_s",
                  .unit = "s",
                  .initial = 30,
                  .low = 0.001,
                  .high = 86'400,
                  .source = "the default of Amazon's SQS",
                  .evidence = Evidence::vendor,
                  .live = true},
    ParameterInfo{
        .name = "tries", .unit = "tries", .initial = 3, .low = 1, .high = 1000, .live = true},
};

constexpr std::array<std::string_view, 4> kMatters = {"room", "at_once", "redeliver_s", "tries"};

class JobQueue final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    room_ = settings.count("room");
    at_once_ = settings.count("at_once");
    redeliver_ns_ = settings.seconds("redeliver_s");
    tries_ = settings.count("tries");
    if (!workers_.empty()) hand_out();
  }

  void start() override {
    for (const LinkIndex link : engine_->links_from(index())) workers_.push_back({.link = link});
    engine_->set_timer(index(), 0, kLook_ns);
  }

  void arrive(CallId id) override {
    count_arrival();
    const Call& call = engine_->call(id);
    const bool has_room = waiting_.size() < room_;
    if (is_up() && has_room) {
      enter();
      waiting_.push(engine_->open_task(index(), call.demand));
    } else if (is_up()) {
      count_refusal();
    }
    engine_->answer(id, !is_up()    ? failure_when_down()
                        : !has_room ? Failure::queue_full
                                    : Failure::none);
    hand_out();
  }

  // No answer has come for so long that the job counts as lost.
  void resume(CallId job) override {
    engine_->disregard(job);
    --worker_of(job).busy;
    try_again(job);
    hand_out();
  }

  void hear(CallId job, Failure failure) override {
    engine_->await_nothing(job);
    --worker_of(job).busy;
    if (failure == Failure::none) {
      end(job);
    } else {
      try_again(job);
    }
    hand_out();
  }

  // Workers that died are tried again from time to time.
  void ring(std::uint32_t) override {
    engine_->set_timer(index(), 0, engine_->now() + kLook_ns);
    hand_out();
  }

  void crash() override {
    waiting_.clear();
    for (Worker& worker : workers_) worker.busy = 0;
    CountingPart::crash();
  }

  // Jobs stay here; who brings one is gone at once.
  bool is_inside(const Call& call) const override { return call.link == kNoLink; }

  void describe(PartState& state) const override {
    state.waiting = static_cast<std::uint32_t>(waiting_.size());
    state.in_service = static_cast<std::uint32_t>(inside() - waiting_.size());
    state.queue_limit = room_;
    state.repeated = repeated_;
    state.dead_letters = dead_letters_;
    state.oldest_s = waiting_.empty() ? 0 : sim::to_seconds(age_of(waiting_.front()));
    state.longest_s = std::max(sim::to_seconds(longest_ns_), state.oldest_s);
  }

  std::size_t bytes() const override { return waiting_.bytes(); }

 private:
  static constexpr sim::Duration kLook_ns = sim::kSecond;

  struct Worker {
    LinkIndex link = kNoLink;
    std::uint32_t busy = 0;  // jobs that it has been given
  };

  sim::Duration age_of(CallId job) const { return engine_->now() - engine_->call(job).came_ns; }

  Worker& worker_of(CallId job) { return workers_[engine_->call(job).open]; }

  void end(CallId job) {
    leave(engine_->call(job));
    engine_->close_task(job);
  }

  void try_again(CallId job) {
    if (engine_->call(job).left < tries_) {
      ++repeated_;
      waiting_.push(job);
      return;
    }
    ++dead_letters_;
    end(job);
  }

  void hand_out() {
    if (is_handing_out_ || !is_up()) return;  // an answer that came at once led here again
    is_handing_out_ = true;
    for (std::size_t passed_by = 0; !waiting_.empty() && passed_by < workers_.size();) {
      Worker& worker = workers_[turn_ % workers_.size()];
      if (worker.busy >= at_once_ || !engine_->reaches(worker.link)) {
        ++turn_;
        ++passed_by;
        continue;
      }
      passed_by = 0;
      const CallId job = waiting_.pop();
      longest_ns_ = std::max(longest_ns_, age_of(job));
      Call& call = engine_->call(job);
      call.open = static_cast<std::uint16_t>(turn_++ % workers_.size());
      ++call.left;
      ++worker.busy;
      engine_->await(job, Awaits::pause, redeliver_ns_);
      engine_->send(job, worker.link);
    }
    is_handing_out_ = false;
  }

  std::uint32_t room_ = 0;
  std::uint32_t at_once_ = 1;
  sim::Duration redeliver_ns_ = 0;
  std::uint32_t tries_ = 1;
  std::vector<Worker> workers_;
  sim::Ring<CallId> waiting_;  // jobs: a job's `left` counts its tries, its `open` is its worker
  std::size_t turn_ = 0;
  bool is_handing_out_ = false;
  std::uint64_t repeated_ = 0;
  std::uint64_t dead_letters_ = 0;
  sim::Duration longest_ns_ = 0;  // that a job has waited before it was handed out
};

constexpr Need kNeeds[] = {{Role::site, 1}};

}  // namespace

constinit const PartKind kJobQueue = {
    .info = {.name = "job_queue",
             .title = "Queue",
             .does = "Takes slow work for later: whoever hands it in is answered at once, workers "
                     "do it when they can.",
             .matters = kMatters,
             .omits = "Order among jobs of one user, and its own disk: a crash loses all jobs.",
             .parameters = kParameters,
             .zone = Zone::later},
    .role = Role::queue,
    .needs = kNeeds,
    .make = make_part<JobQueue>,
    .copy = copy_part<JobQueue>,
    .asks = [](const Settings& settings, Role) { return settings.number("tries"); },
};

}  // namespace tenfold::model
