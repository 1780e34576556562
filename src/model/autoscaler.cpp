// Rents more servers when they are busy and gives them back when they are idle. It looks only now
// and then, and a new server must boot first: a spike that is quicker than that finds too few.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/engine.h"
#include "model/machine.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "target",
                  .unit = "of CPU",
                  .initial = 0.6,
                  .low = 0.05,
                  .high = 1,
                  .source = "of the size of common defaults (0.5 to 0.7)",
                  .live = true},
    ParameterInfo{.name = "period_s",
                  .unit = "s",
                  .initial = 30,
                  .low = 1,
                  .high = 3600,
                  .source = "of the size of common defaults (15 to 60 s)"},
    ParameterInfo{.name = "boot_s",
                  .unit = "s",
                  .initial = 60,
                  .low = 0,
                  .high = 3600,
                  .source = "mikhail.io/serverless, Seth Orell: 30 s to 5 minutes"},
    ParameterInfo{
        .name = "cooldown_s", .unit = "s", .initial = 120, .low = 0, .high = 86'400, .live = true},
    ParameterInfo{.name = "drain_s", .unit = "s", .initial = 20, .low = 0, .high = 3600},
    ParameterInfo{.name = "minimum", .unit = "servers", .initial = 1, .low = 1, .high = 100},
};

constexpr std::array<std::string_view, 2> kMatters = {"target", "cooldown_s"};

class Autoscaler final : public Part {
 public:
  using Part::Part;

  void configure(const Settings& settings) override {
    target_ = settings.number("target");
    period_ns_ = settings.seconds("period_s");
    boot_ns_ = settings.seconds("boot_s");
    cooldown_ns_ = settings.seconds("cooldown_s");
    drain_ns_ = settings.seconds("drain_s");
    minimum_ = settings.count("minimum");
  }

  void start() override {
    for (const LinkIndex link : engine_->links_from(index())) {
      servers_.push_back({.part = engine_->far_end(link).index()});
    }
    for (std::size_t i = 0; i < servers_.size(); ++i) {
      if (i >= minimum_) turn_off(servers_[i]);
      servers_[i].busy_ns = machine_of(servers_[i]).reading().busy_ns;
    }
    engine_->set_timer(index(), kLook, engine_->now() + period_ns_);
  }

  void ring(std::uint32_t timer) override {
    if (timer == kLook) {
      engine_->set_timer(index(), kLook, engine_->now() + period_ns_);
      look();
      return;
    }
    Server& server = servers_[timer];
    if (server.state == Server::State::leaving) {
      turn_off(server);
      engine_->bill();
    }
  }

 private:
  static constexpr std::uint32_t kLook = 255;

  struct Server {
    PartIndex part = 0;
    enum class State : std::uint8_t { running, leaving, off } state = State::running;
    std::uint64_t busy_ns = 0;  // of its machine, when it was looked at last
  };

  Part& part_of(const Server& server) const { return engine_->part(server.part); }
  Machine& machine_of(const Server& server) const { return *part_of(server).machine(); }

  void turn_off(Server& server) {
    server.state = Server::State::off;
    part_of(server).set_leaving(false);
    machine_of(server).switch_off();
  }

  // As many as would be as busy as they should be, at the work that was done since the last look.
  // Those that still boot count as running, so that it does not order them twice.
  void look() {
    double busy = 0;
    double running = 0;
    for (Server& server : servers_) {
      const std::uint64_t busy_ns = machine_of(server).reading().busy_ns;
      const double share = static_cast<double>(busy_ns - server.busy_ns) /
                           static_cast<double>(period_ns_) / machine_of(server).processors();
      server.busy_ns = busy_ns;
      if (server.state == Server::State::off) continue;
      busy += share;
      if (server.state == Server::State::running) running += 1;
    }
    if (!is_up()) return;
    const auto most = static_cast<double>(servers_.size());
    const double fewest = std::min(static_cast<double>(minimum_), most);
    const double wanted = std::clamp(std::ceil(busy / target_), fewest, most);
    if (wanted > running) {
      for (; running < wanted; ++running) add_one();
    } else if (wanted < running && engine_->now() - changed_at_ns_ >= cooldown_ns_) {
      give_back_one();
    }
  }

  void add_one() {
    changed_at_ns_ = engine_->now();
    for (Server& server : servers_) {
      if (server.state == Server::State::running) continue;
      if (server.state == Server::State::off) machine_of(server).switch_on(boot_ns_);
      part_of(server).set_leaving(false);
      server.state = Server::State::running;
      engine_->bill();
      return;
    }
  }

  // The last one that runs finishes what it has, and goes.
  void give_back_one() {
    changed_at_ns_ = engine_->now();
    for (std::size_t i = servers_.size(); i-- > 0;) {
      if (servers_[i].state != Server::State::running) continue;
      servers_[i].state = Server::State::leaving;
      part_of(servers_[i]).set_leaving(true);
      engine_->set_timer(index(), static_cast<std::uint32_t>(i), engine_->now() + drain_ns_);
      return;
    }
  }

  double target_ = 1;
  sim::Duration period_ns_ = 0;
  sim::Duration boot_ns_ = 0;
  sim::Duration cooldown_ns_ = 0;
  sim::Duration drain_ns_ = 0;
  std::uint32_t minimum_ = 1;
  std::vector<Server> servers_;
  sim::Time changed_at_ns_ = 0;
};

void check_autoscaler(const Scenario& scenario, std::size_t index, std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < scenario.links.size(); ++i) {
    if (scenario.links[i].from != scenario.parts[index].id) continue;
    for (const PartSpec& part : scenario.parts) {
      if (part.id == scenario.links[i].to && part.kind != kAppServer.info.name) {
        faults.push_back({"links[" + std::to_string(i) + "].to", "must lead to an app server"});
      }
    }
  }
}

constexpr Need kNeeds[] = {{Role::site, 1}};

}  // namespace

constinit const PartKind kAutoscaler = {
    .info = {.name = "autoscaler",
             .title = "Autoscaler",
             .does = "Starts servers when they are busy and stops them when they are idle; each "
                     "takes a while to boot.",
             .matters = kMatters,
             .omits = "Forecasts and schedules, and several programs on one of its machines.",
             .parameters = kParameters,
             .takes_calls = false},
    .role = Role::none,
    .needs = kNeeds,
    .make = make_part<Autoscaler>,
    .copy = copy_part<Autoscaler>,
    .check = check_autoscaler,
};

}  // namespace tenfold::model
