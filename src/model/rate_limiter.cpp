// A bucket of tokens: so many are put in a second, each request takes one, and whoever finds none
// is turned away at once. What is behind it never gets more than it is meant to.
#include <algorithm>
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "rate_rps",
                  .words = "rate",
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

constexpr std::array<std::string_view, 2> kMatters = {"rate_rps", "burst"};

class RateLimiter final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    refill();
    rate_rps_ = settings.number("rate_rps");
    burst_ = settings.number("burst");
    tokens_ = is_running_ ? std::min(tokens_, burst_) : burst_;
    is_running_ = true;
  }

  void start() override { link_ = engine_->links_from(index()).front(); }

  void arrive(CallId id) override {
    refill();
    if (!receive(id)) return;
    if (tokens_ < 1) {
      refuse(id, Failure::turned_away);
      return;
    }
    tokens_ -= 1;
    enter();
    engine_->send(id, link_);
  }

  void hear(CallId id, Failure failure) override { finish(id, failure); }

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
};

constexpr Need kNeeds[] = {{Role::passes, 1, 1}};

}  // namespace

constinit const PartKind kRateLimiter = {
    .info = {.name = "rate_limiter",
             .title = "Rate limiter",
             .does = "Lets so many requests a second through and turns the rest away, to protect "
                     "what is behind it.",
             .matters = kMatters,
             .omits = "Limits for each user, and the time it takes itself.",
             .parameters = kParameters,
             .zone = Zone::edge},
    .role = Role::passes,
    .needs = kNeeds,
    .make = make_part<RateLimiter>,
    .copy = copy_part<RateLimiter>,
};

}  // namespace tenfold::model
