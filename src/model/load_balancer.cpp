// The one address behind which several parts do the same work: each call goes to one that seems
// well. Nothing tells it the truth about them; it asks each from time to time, and believes the
// answers until it has heard enough of the contrary.
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"

namespace tenfold::model {
namespace {

enum class Policy : std::uint8_t { round_robin, random, least_connections, two_choices, sticky };
constexpr std::array<std::string_view, 5> kPolicies = {"round_robin", "random", "least_connections",
                                                       "two_choices", "sticky"};

constexpr std::array kParameters = {
    ParameterInfo{.name = "policy", .unit = "", .initial = 0, .choices = kPolicies, .live = true},
    ParameterInfo{.name = "health_interval_s",
                  .unit = "s",
                  .initial = 5,
                  .low = 0.01,
                  .high = 3600,
                  .source = "of the size of common balancers' defaults (2 to 30 s)"},
    ParameterInfo{.name = "health_threshold",
                  .unit = "checks",
                  .initial = 2,
                  .low = 1,
                  .high = 100,
                  .source = "of the size of common balancers' defaults (2 to 3)",
                  .live = true},
    ParameterInfo{.name = "pass_ms",
                  .unit = "ms",
                  .initial = 0.02,
                  .low = 0,
                  .high = 1000,
                  .source = "Nginx on one core: some 50,000 requests a second"},
    kSlowness,
    ParameterInfo{.name = "standby", .unit = "balancers", .initial = 0, .low = 0, .high = 1},
    ParameterInfo{.name = "takeover_s",
                  .unit = "s",
                  .initial = 3,
                  .low = 0,
                  .high = 3600,
                  .source = "three missed heartbeats a second apart"},
    ParameterInfo{.name = "dollars_month",
                  .unit = "$",
                  .initial = 16,
                  .low = 0,
                  .high = 100'000,
                  .source = "AWS ALB, us-east-1: $0.0225 an hour, and usage; calculators, 2026",
                  .evidence = Evidence::vendor},
};

constexpr std::array<std::string_view, 2> kMatters = {"policy", "health_threshold"};

class LoadBalancer final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    for (std::size_t i = 0; i < kPolicies.size(); ++i) {
      if (settings.text("policy") == kPolicies[i]) policy_ = static_cast<Policy>(i);
    }
    interval_ns_ = settings.seconds("health_interval_s");
    threshold_ = settings.count("health_threshold");
    pass_ns_ = settings.slowed_ms("pass_ms");
    pass_lane_ = engine_->lane(pass_ns_);
    if (servers_.empty()) has_standby_ = settings.flag("standby");
    takeover_ns_ = settings.seconds("takeover_s");
    dollars_month_ = settings.number("dollars_month");
  }

  void start() override {
    for (const LinkIndex link : engine_->links_from(index())) servers_.push_back({.link = link});
    engine_->set_timer(index(), kBegin, 0);
    engine_->set_timer(index(), kCheck, interval_ns_);
  }

  void arrive(CallId id) override {
    if (!admit(id)) return;
    if (pass_ns_ > 0) {
      engine_->note(engine_->call(id), Doing::serve);
      engine_->await(id, Awaits::pause, pass_lane_, pass_ns_);
    } else {
      resume(id);
    }
  }

  void resume(CallId id) override {
    Call& call = engine_->call(id);
    const std::size_t chosen = choose(call);
    if (chosen == kNobody) {
      finish(id, Failure::server_down);
      return;
    }
    ++servers_[chosen].open;
    call.left = static_cast<std::uint32_t>(chosen);
    engine_->send(id, servers_[chosen].link);
  }

  void hear(CallId id, Failure failure) override {
    const Call& call = engine_->call(id);
    Server& server = servers_[call.left];
    if (call.demand.wish == Wish::probe) {
      judge(server, failure == Failure::none);
      engine_->close_task(id);
      return;
    }
    --server.open;
    finish(id, failure);
  }

  void ring(std::uint32_t timer) override {
    if (timer == kTakeover) {
      restarting_ = false;
      return;
    }
    if (timer == kBegin) {
      for (Server& server : servers_) server.well = engine_->reaches(server.link);
      return;
    }
    engine_->set_timer(index(), kCheck, engine_->now() + interval_ns_);
    if (!is_up()) return;
    for (std::size_t i = 0; i < servers_.size(); ++i) {
      const CallId check = engine_->open_task(index(), {.wish = Wish::probe});
      engine_->call(check).left = static_cast<std::uint32_t>(i);
      engine_->send(check, servers_[i].link);
    }
  }

  void die() override {
    if (!has_standby_) {
      Part::die();
      return;
    }
    has_standby_ = false;
    restarting_ = true;
    engine_->set_timer(index(), kTakeover, engine_->now() + takeover_ns_);
  }

  void crash() override {
    CountingPart::crash();
    for (Server& server : servers_) server.open = 0;
  }

  double cost_month() const override { return dollars_month_ * (has_standby_ ? 2 : 1); }

 private:
  static constexpr std::size_t kNobody = ~std::size_t{0};
  static constexpr std::uint32_t kCheck = 0;
  static constexpr std::uint32_t kTakeover = 1;
  static constexpr std::uint32_t kBegin =
      2;  // it has known its servers for long, as the run begins

  struct Server {
    LinkIndex link = kNoLink;
    std::uint32_t open = 0;      // calls passed on and not answered
    std::uint32_t contrary = 0;  // checks in a row that spoke against `well`
    bool well = true;
  };

  void judge(Server& server, bool well) {
    if (server.well == well) {
      server.contrary = 0;
    } else if (++server.contrary >= threshold_) {
      server.well = well;
      server.contrary = 0;
    }
  }

  std::size_t choose(Call& call) {
    std::size_t well = 0;
    for (const Server& server : servers_) well += server.well ? 1 : 0;
    if (well == 0) return kNobody;
    const auto any = [&] { return nth_well(call.draws.below(static_cast<std::uint32_t>(well))); };
    switch (policy_) {
      case Policy::round_robin:
        return nth_well(static_cast<std::size_t>(turn_++ % well));
      case Policy::random:
        return any();
      case Policy::least_connections:
        return least_busy();
      case Policy::two_choices: {
        const std::size_t a = any();
        const std::size_t b = any();
        return servers_[b].open < servers_[a].open ? b : a;
      }
      case Policy::sticky:
        return nth_well(static_cast<std::size_t>(sim::mix64(call.demand.user) % well));
    }
    return kNobody;
  }

  std::size_t nth_well(std::size_t n) const {
    std::size_t place = 0;
    for (; !servers_[place].well || n-- > 0; ++place) continue;
    return place;
  }

  // Those with equally few take turns.
  std::size_t least_busy() {
    std::size_t best = kNobody;
    const auto first = static_cast<std::size_t>(turn_++ % servers_.size());
    for (std::size_t i = 0; i < servers_.size(); ++i) {
      const std::size_t place = (first + i) % servers_.size();
      if (!servers_[place].well) continue;
      if (best == kNobody || servers_[place].open < servers_[best].open) best = place;
    }
    return best;
  }

  Policy policy_ = Policy::round_robin;
  sim::Duration interval_ns_ = 0;
  std::uint32_t threshold_ = 1;
  sim::Duration pass_ns_ = 0;
  sim::EventQueue::Lane pass_lane_ = 0;
  bool has_standby_ = false;
  sim::Duration takeover_ns_ = 0;
  double dollars_month_ = 0;
  std::vector<Server> servers_;
  std::uint64_t turn_ = 0;
};

constexpr Need kNeeds[] = {{Role::passes, 1}};

}  // namespace

constinit const PartKind kLoadBalancer = {
    .info = {.name = "load_balancer",
             .title = "Load balancer",
             .does = "Spreads requests over servers, and passes by those that fail health checks.",
             .matters = kMatters,
             .omits = "Its own capacity, connections kept open, and encryption; a standby that has "
                      "taken over has none of its own.",
             .parameters = kParameters,
             .zone = Zone::edge},
    .role = Role::passes,
    .needs = kNeeds,
    .make = make_part<LoadBalancer>,
    .copy = copy_part<LoadBalancer>,
};

}  // namespace tenfold::model
