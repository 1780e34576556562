// The users: requests come at random moments at a rate that follows the day's shape, and nobody
// waits for an answer longer than patience lasts.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "model/dns.h"
#include "model/engine.h"

namespace tenfold::model {
namespace {

constexpr std::array<std::string_view, 2> kShapes = {"steady", "launch"};

constexpr std::array kParameters = {
    ParameterInfo{.name = "users",
                  .unit = "people",
                  .says = "How many people use the site.",
                  .initial = 1000,
                  .low = 1,
                  .high = 20'000'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "requests_per_user_day",
                  .unit = "requests",
                  .says = "How many requests one of them makes in a day.",
                  .initial = 20,
                  .low = 0,
                  .high = 10'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "peak_factor",
                  .unit = "x",
                  .says = "How many times the day's average rate the busiest moment has.",
                  .initial = 3,
                  .low = 1,
                  .high = 10'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "shape",
                  .unit = "",
                  .says = "Steady stays at the peak; launch is quiet, climbs to the peak, holds it "
                          "and falls back.",
                  .initial = 0,
                  .choices = kShapes,
                  .is_load = true},
    ParameterInfo{.name = "start_s",
                  .unit = "s",
                  .says = "When a launch begins to climb.",
                  .initial = 10,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "ramp_s",
                  .unit = "s",
                  .says = "How long a launch climbs to its peak.",
                  .initial = 30,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "hold_s",
                  .unit = "s",
                  .says = "How long a launch stays at its peak.",
                  .initial = 0,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "fall_s",
                  .unit = "s",
                  .says = "How long a launch takes to fall back to the day's average.",
                  .initial = 30,
                  .low = 0,
                  .high = 86'400,
                  .is_load = true},
    ParameterInfo{.name = "traffic",
                  .unit = "x",
                  .says = "Multiplies every rate: the traffic slider.",
                  .initial = 1,
                  .low = 0,
                  .high = 10,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "patience_ms",
                  .unit = "ms",
                  .says = "How long a user waits for an answer before leaving (the timeout).",
                  .initial = 10'000,
                  .low = 1,
                  .high = 600'000,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "cancel_abandoned",
                  .unit = "",
                  .says = "1: servers drop the work of users who have left. 0: they do it in vain, "
                          "as most do.",
                  .initial = 0,
                  .low = 0,
                  .high = 1,
                  .live = true,
                  .is_load = true},
};

class Clients final : public Part {
 public:
  using Part::Part;

  void configure(const Settings& settings) override {
    const double users = settings.number("users");
    const double requests = settings.number("requests_per_user_day");
    user_count_ = settings.count("users");
    peak_rps_ = peak_rps(users, requests, settings.number("peak_factor"));
    average_rps_ = peak_rps(users, requests, 1);
    is_launch_ = settings.text("shape") == "launch";
    start_ns_ = settings.seconds("start_s");
    ramp_ns_ = settings.seconds("ramp_s");
    hold_ns_ = settings.seconds("hold_s");
    fall_ns_ = settings.seconds("fall_s");
    traffic_ = settings.number("traffic");
    patience_ns_ = settings.ms("patience_ms");
    patience_lane_ = engine_->lane(patience_ns_);
    cancels_ = settings.flag("cancel_abandoned");
    if (name_known_until_s_.size() < user_count_) name_known_until_s_.resize(user_count_);
    // Arrivals have no memory, so the next one may be drawn anew under the new rate.
    if (is_running_) schedule_next();
  }

  void start() override {
    const LinkIndex dns_link = engine_->link_to(index(), Role::names);
    if (dns_link != kNoLink) {
      dns_link_ = dns_link;
      dns_ = static_cast<const Dns*>(&engine_->far_end(dns_link));
    }
    site_link_ = engine_->link_to(index(), Role::site);
    is_running_ = true;
    schedule_next();
  }

  void ring(std::uint32_t) override {
    if (engine_->now() != next_ns_) return;  // drawn anew since
    const CallId root = engine_->open_request(index(), cancels_);
    ++arrivals_;
    inside_.rise(engine_->now());
    engine_->await(root, Awaits::deadline, patience_lane_, patience_ns_);
    schedule_next();
    Call& call = engine_->call(root);
    call.demand.user = call.draws.below(user_count_);
    if (dns_ != nullptr && name_known_until_s_[call.demand.user] <= now_s()) {
      call.stage = kLooksUp;
      engine_->send(root, dns_link_);
    } else {
      call.stage = kAsksSite;
      engine_->send(root, site_link_);
    }
  }

  void hear(CallId root, Failure failure) override {
    Call& call = engine_->call(root);
    if (call.stage == kLooksUp && failure == Failure::none) {
      name_known_until_s_[call.demand.user] = now_s() + dns_->ttl_s();
      call.stage = kAsksSite;
      engine_->send(root, site_link_);
      return;
    }
    close(root, failure);
  }

  void give_up(CallId root) override { close(root, Failure::timed_out); }

  bool can_die() const override { return false; }

  Reading reading() const override {
    Reading reading;
    reading.arrivals = arrivals_;
    reading.left = left_;
    reading.left_time_ns = left_time_ns_;
    reading.inside_ns = inside_.up_to(engine_->now());
    return reading;
  }

  void describe(PartState& state) const override {
    state.in_service = static_cast<std::uint32_t>(inside_.level());
  }

 private:
  void rewire() override {
    if (dns_ != nullptr) dns_ = static_cast<const Dns*>(&engine_->far_end(dns_link_));
  }

  // Marks of a root's progress.
  static constexpr std::uint8_t kLooksUp = 0;
  static constexpr std::uint8_t kAsksSite = 1;

  std::uint32_t now_s() const {
    return static_cast<std::uint32_t>(engine_->now() / sim::kSecond) + 1;
  }

  void close(CallId root, Failure failure) {
    count_leaving(engine_->call(root));
    inside_.fall(engine_->now());
    engine_->close_request(root, failure);
  }

  double rate_rps(sim::Time at) const {
    if (!is_launch_) return peak_rps_;
    const auto part_of = [](sim::Duration passed_ns, sim::Duration whole_ns) {
      return static_cast<double>(passed_ns) / static_cast<double>(whole_ns);
    };
    double height = 0;
    sim::Duration since_ns = at - start_ns_;
    if (since_ns < 0) {
      height = 0;
    } else if (since_ns < ramp_ns_) {
      height = part_of(since_ns, ramp_ns_);
    } else if (since_ns -= ramp_ns_ + hold_ns_; since_ns < 0) {
      height = 1;
    } else if (since_ns < fall_ns_) {
      height = 1 - part_of(since_ns, fall_ns_);
    }
    return average_rps_ + (peak_rps_ - average_rps_) * height;
  }

  // Poisson arrivals of a changing rate by thinning (Lewis and Shedler, 1979): candidates come at
  // the highest rate, and one counts with the chance of (rate then) / (highest rate).
  void schedule_next() {
    next_ns_ = sim::kNever;
    const double highest_rps = std::max(peak_rps_, average_rps_);
    if (highest_rps * traffic_ <= 0) return;
    const double mean_gap_ns = sim::gap_ns(highest_rps * traffic_);
    sim::Time at = engine_->now();
    do {
      at += sim::round_to_ns(mean_gap_ns * arrival_draws_.exponential());
      if (at > engine_->end()) return;
    } while (is_launch_ && !arrival_draws_.chance(rate_rps(at) / highest_rps));
    next_ns_ = at;
    engine_->set_timer(index(), 0, at);
  }

  std::uint32_t user_count_ = 1;
  double peak_rps_ = 0;
  double average_rps_ = 0;
  double traffic_ = 1;
  bool is_launch_ = false;
  sim::Duration start_ns_ = 0;
  sim::Duration ramp_ns_ = 0;
  sim::Duration hold_ns_ = 0;
  sim::Duration fall_ns_ = 0;
  sim::Duration patience_ns_ = 0;
  sim::EventQueue::Lane patience_lane_ = 0;
  bool cancels_ = false;

  LinkIndex site_link_ = kNoLink;
  LinkIndex dns_link_ = kNoLink;
  const Dns* dns_ = nullptr;
  std::vector<std::uint32_t> name_known_until_s_;  // by user; 0: never looked up

  bool is_running_ = false;
  sim::Random arrival_draws_ = engine_->stream(index()).child(0).draws();
  sim::Time next_ns_ = sim::kNever;
  std::uint64_t arrivals_ = 0;
  sim::TimeIntegral inside_;
};

void check_clients(const Scenario& scenario, std::size_t index, std::vector<Fault>& faults) {
  check_links(scenario, index, Role::site, 1, 1, faults);
  check_links(scenario, index, Role::names, 0, 1, faults);
}

}  // namespace

constinit const PartKind kClients = {
    .info = {.name = "clients",
             .title = "Users",
             .says = "People whose requests come at random moments, and who leave when they have "
                     "waited too long.",
             .omits = "Everyone has the same patience and nobody tries again.",
             .parameters = kParameters},
    .make = make_part<Clients>,
    .copy = copy_part<Clients>,
    .check = check_clients,
};

}  // namespace tenfold::model
