// A fuse before something that may fail: when too many of the last calls failed, it stops asking
// for a while and says no at once; then a few calls try whether things are better.
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "window",
                  .unit = "calls",
                  .initial = 50,
                  .low = 1,
                  .high = 10'000,
                  .source = "of the size of common libraries' defaults (20 to 100)"},
    ParameterInfo{.name = "failed_share",
                  .unit = "of calls",
                  .initial = 0.5,
                  .low = 0.01,
                  .high = 1,
                  .source = "a common library default",
                  .live = true},
    ParameterInfo{.name = "timeout_ms",
                  .unit = "ms",
                  .initial = 1000,
                  .low = 1,
                  .high = 600'000,
                  .live = true},
    ParameterInfo{.name = "open_s",
                  .words = "stays open",
                  .unit = "s",
                  .initial = 5,
                  .low = 0.01,
                  .high = 3600,
                  .source = "of the size of common libraries' defaults (5 to 60 s)",
                  .live = true},
    ParameterInfo{
        .name = "trials", .unit = "calls", .initial = 3, .low = 1, .high = 1000, .live = true},
};

constexpr std::array<std::string_view, 3> kMatters = {"failed_share", "timeout_ms", "open_s"};

class CircuitBreaker final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    if (last_failed_.empty()) last_failed_.resize(settings.count("window"));
    failed_share_ = settings.number("failed_share");
    timeout_ns_ = settings.ms("timeout_ms");
    timeout_lane_ = engine_->lane(timeout_ns_);
    open_ns_ = settings.seconds("open_s");
    trials_ = settings.count("trials");
    // With fewer trials than before, those that went well may be enough.
    if (state_ == State::tries && succeeded_ >= trials_) state_ = State::closed;
  }

  void start() override { link_ = engine_->links_from(index()).front(); }

  void arrive(CallId id) override {
    if (!receive(id)) return;
    if (state_ == State::open && engine_->now() >= tries_at_ns_) {
      state_ = State::tries;
      trying_ = 0;
      succeeded_ = 0;
    }
    if (state_ == State::open || (state_ == State::tries && trying_ >= trials_)) {
      refuse(id, Failure::turned_away);
      return;
    }
    ++trying_;
    enter();
    engine_->await(id, Awaits::pause, timeout_lane_, timeout_ns_);
    engine_->send(id, link_);
  }

  void resume(CallId id) override {
    engine_->disregard(id);
    end(id, Failure::timed_out);
  }

  void hear(CallId id, Failure failure) override { end(id, failure); }

  // What it had seen is forgotten with its calls: trials that are lost would be waited for for
  // ever.
  void crash() override {
    CountingPart::crash();
    forget();
    state_ = State::closed;
  }

 private:
  enum class State : std::uint8_t { closed, open, tries };

  void end(CallId id, Failure failure) {
    judge(failure == Failure::none);
    finish(id, failure);
  }

  void judge(bool success) {
    if (state_ == State::open) return;  // the answer to a call from before
    if (state_ == State::tries) {
      if (!success) {
        open();
      } else if (++succeeded_ >= trials_) {
        state_ = State::closed;
      }
      return;
    }
    const std::size_t place = seen_++ % last_failed_.size();
    failed_ -= last_failed_[place] ? 1 : 0;
    last_failed_[place] = !success;
    failed_ += success ? 0 : 1;
    const auto window = static_cast<double>(last_failed_.size());
    if (static_cast<double>(failed_) >= failed_share_ * window) open();
  }

  void open() {
    state_ = State::open;
    tries_at_ns_ = engine_->now() + open_ns_;
    forget();
  }

  void forget() {
    last_failed_.assign(last_failed_.size(), false);
    failed_ = 0;
  }

  double failed_share_ = 1;
  sim::Duration timeout_ns_ = 0;
  sim::EventQueue::Lane timeout_lane_ = 0;
  sim::Duration open_ns_ = 0;
  std::uint32_t trials_ = 1;
  LinkIndex link_ = kNoLink;
  State state_ = State::closed;
  std::vector<bool> last_failed_;  // the last calls, in a circle
  std::size_t seen_ = 0;
  std::size_t failed_ = 0;
  sim::Time tries_at_ns_ = 0;
  std::uint32_t trying_ = 0;
  std::uint32_t succeeded_ = 0;
};

constexpr Need kNeeds[] = {{Role::passes, 1, 1}};

}  // namespace

constinit const PartKind kCircuitBreaker = {
    .info = {.name = "circuit_breaker",
             .title = "Circuit breaker",
             .does = "Stops asking a part that keeps failing, and tries it again after a while.",
             .matters = kMatters,
             .omits = "The time it takes itself, and failures weighed by their age.",
             .parameters = kParameters},
    .role = Role::passes,
    .needs = kNeeds,
    .make = make_part<CircuitBreaker>,
    .copy = copy_part<CircuitBreaker>,
};

}  // namespace tenfold::model
