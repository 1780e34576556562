// A bucket of tokens: so many are put in a second, each request takes one, and whoever finds none
// is turned away at once. What is behind it never gets more than it is meant to.
#include <algorithm>
#include <array>

#include "model/engine.h"
#include "sim/time_integral.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "rate_rps",
                  .unit = "requests/s",
                  .initial = 1000,
                  .low = 0,
                  .high = 10'000'000,
                  .live = true},
    ParameterInfo{.name = "burst",
                  .unit = "requests",
                  .initial = 100,
                  .low = 1,
                  .high = 10'000'000,
                  .live = true},
};

class RateLimiter final : public Part {
 public:
  using Part::Part;

  void configure(const Settings& settings) override {
    refill();
    rate_rps_ = settings.number("rate_rps");
    burst_ = settings.number("burst");
    tokens_ = is_running_ ? std::min(tokens_, burst_) : burst_;
    is_running_ = true;
  }

  void start() override { link_ = engine_->links_from(index()).front(); }

  void arrive(CallId id) override {
    ++arrivals_;
    refill();
    if (!is_up()) {
      engine_->answer(id, failure_when_down());
    } else if (tokens_ < 1) {
      ++refusals_;
      engine_->answer(id, Failure::turned_away);
    } else {
      tokens_ -= 1;
      inside_.rise(engine_->now());
      engine_->send(id, link_);
    }
  }

  void hear(CallId id, Failure failure) override {
    inside_.fall(engine_->now());
    count_leaving(engine_->call(id));
    engine_->answer(id, failure);
  }

  void crash() override { inside_.fall(engine_->now(), inside_.level()); }

  Reading reading() const override {
    Reading reading;
    reading.arrivals = arrivals_;
    reading.refusals = refusals_;
    reading.left = left_;
    reading.left_time_ns = left_time_ns_;
    reading.inside_ns = inside_.up_to(engine_->now());
    return reading;
  }

  void describe(PartState& state) const override {
    state.in_service = static_cast<std::uint32_t>(inside_.level());
  }

 private:
  void refill() {
    tokens_ += rate_rps_ * sim::to_seconds(engine_->now() - filled_at_ns_);
    tokens_ = std::min(tokens_, burst_);
    filled_at_ns_ = engine_->now();
  }

  double rate_rps_ = 0;
  double burst_ = 0;
  double tokens_ = 0;
  sim::Time filled_at_ns_ = 0;
  bool is_running_ = false;
  LinkIndex link_ = kNoLink;
  std::uint64_t arrivals_ = 0;
  std::uint64_t refusals_ = 0;
  sim::TimeIntegral inside_;
};

void check_rate_limiter(const Scenario& scenario, std::size_t index, std::vector<Fault>& faults) {
  check_passes(scenario, index, faults);
  check_links(scenario, index, role_of(scenario, index), 1, 1, faults);
}

}  // namespace

constinit const PartKind kRateLimiter = {
    .info = {.name = "rate_limiter",
             .title = "Rate limiter",
             .omits = "Limits for each user, and the time it takes itself.",
             .parameters = kParameters},
    .role = Role::passes,
    .make = make_part<RateLimiter>,
    .copy = copy_part<RateLimiter>,
    .check = check_rate_limiter,
};

}  // namespace tenfold::model
