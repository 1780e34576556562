// A limit on how many calls may be under way to one part at a time. When that part hangs, it can
// take only so many of its caller's workers with it, and the rest of the ship stays afloat.
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"
#include "sim/ring.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "at_once",
                  .unit = "calls",
                  .initial = 10,
                  .low = 1,
                  .high = 1'000'000,
                  .source = "a common library default",
                  .live = true},
    ParameterInfo{.name = "queue_limit",
                  .unit = "calls",
                  .initial = 0,
                  .low = 0,
                  .high = 1'000'000,
                  .live = true},
};

constexpr std::array<std::string_view, 2> kMatters = {"at_once", "queue_limit"};

class Bulkhead final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    at_once_ = settings.count("at_once");
    queue_limit_ = settings.count("queue_limit");
    if (link_ != kNoLink) let_in();
  }

  void start() override { link_ = engine_->links_from(index()).front(); }

  void arrive(CallId id) override {
    if (!receive(id)) return;
    if (under_way_.level() >= at_once_ && waiting_.size() >= queue_limit_) {
      refuse(id, Failure::turned_away);
      return;
    }
    engine_->note(engine_->call(id), Doing::wait);
    enter();
    waiting_.push(id);
    let_in();
  }

  void hear(CallId id, Failure failure) override {
    under_way_.fall(engine_->now());
    finish(id, failure);
    let_in();
  }

  void crash() override {
    waiting_.clear();
    under_way_.fall(engine_->now(), under_way_.level());
    CountingPart::crash();
  }

  Reading reading() const override {
    Reading reading = CountingPart::reading();
    reading.busy_ns = under_way_.up_to(engine_->now());
    return reading;
  }

  void describe(PartState& state) const override {
    state.in_service = static_cast<std::uint32_t>(under_way_.level());
    state.waiting = static_cast<std::uint32_t>(waiting_.size());
    state.capacity = at_once_;
    state.queue_limit = queue_limit_;
  }

  std::size_t bytes() const override { return waiting_.bytes(); }

 private:
  void let_in() {
    if (is_letting_in_) return;  // an answer that came at once led here again
    is_letting_in_ = true;
    while (!waiting_.empty() && under_way_.level() < at_once_) {
      const CallId next = waiting_.pop();
      under_way_.rise(engine_->now());
      engine_->send(next, link_);
    }
    is_letting_in_ = false;
  }

  std::uint32_t at_once_ = 1;
  std::uint32_t queue_limit_ = 0;
  LinkIndex link_ = kNoLink;
  sim::Ring<CallId> waiting_;
  bool is_letting_in_ = false;
  sim::TimeIntegral under_way_;
};

constexpr Need kNeeds[] = {{Role::passes, 1, 1}};

}  // namespace

constinit const PartKind kBulkhead = {
    .info = {.name = "bulkhead",
             .title = "Bulkhead",
             .does = "Lets only so many calls to one part be open at once, so that it cannot use "
                     "up everything.",
             .matters = kMatters,
             .omits = "The time it takes itself; who has left is let in all the same.",
             .parameters = kParameters},
    .role = Role::passes,
    .needs = kNeeds,
    .make = make_part<Bulkhead>,
    .copy = copy_part<Bulkhead>,
};

}  // namespace tenfold::model
