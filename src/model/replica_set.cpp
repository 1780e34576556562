// One database that takes the writes and others that copy it: reads go to the copies. A copy is as
// old as the writes that are still on their way to it, so whoever reads there may read the past.
// When the primary has been silent for long enough, a copy takes its place.
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"
#include "sim/distribution.h"

namespace tenfold::model {
namespace {

constexpr std::array<std::string_view, 2> kSpreads = {"constant", "exponential"};

constexpr std::array kParameters = {
    ParameterInfo{.name = "lag_ms",
                  .unit = "ms",
                  .initial = 5,
                  .low = 0,
                  .high = 600'000,
                  .source = "kb.ekarisky.com: under 10 ms in one region, 10 to 100 ms across (a "
                            "secondary page)",
                  .live = true},
    ParameterInfo{.name = "lag_spread", .unit = "", .initial = 0, .choices = kSpreads},
    ParameterInfo{
        .name = "read_primary", .unit = "", .initial = 0, .low = 0, .high = 1, .live = true},
    ParameterInfo{.name = "failover_s",
                  .unit = "s",
                  .initial = 30,
                  .low = 0,
                  .high = 86'400,
                  .source = "introductions to scaling: seconds to minutes for what keeps state",
                  .live = true},
};

constexpr std::array<std::string_view, 3> kMatters = {"lag_ms", "read_primary", "failover_s"};

class ReplicaSet final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    const double lag_ns = settings.number("lag_ms") * sim::kMillisecond;
    lag_ = settings.text("lag_spread") == kSpreads[0] ? sim::Distribution::constant(lag_ns)
                                                      : sim::Distribution::exponential(lag_ns);
    reads_primary_ = settings.flag("read_primary");
    failover_ns_ = settings.seconds("failover_s");
  }

  void start() override { links_ = engine_->links_from(index()); }

  void arrive(CallId id) override {
    if (!admit(id)) return;
    Call& call = engine_->call(id);
    watch_primary();
    call.left = changes(call) ? primary_ : next_reader();
    engine_->send(id, links_[call.left]);
  }

  // A copy's lag is over: it sets out.
  void resume(CallId task) override { engine_->send(task, links_[engine_->call(task).left]); }

  void hear(CallId id, Failure failure) override {
    const Call& call = engine_->call(id);
    if (call.link == kNoLink) {
      engine_->close_task(id);
      return;
    }
    if (changes(call) && failure == Failure::none) send_copies(id);
    finish(id, failure);
  }

  Failure failure_when_down() const override { return Failure::database_down; }

 private:
  // Writes do, and copies that come from elsewhere, as when keys move between shards.
  static bool changes(const Call& call) {
    return call.demand.wish == Wish::write || call.demand.wish == Wish::copy;
  }

  bool is_well(std::uint32_t place) const { return engine_->reaches(links_[place]); }

  // Notices, when it is asked, for how long the primary has been away. Of several copies the first
  // that lives is promoted; what had not reached it is lost.
  void watch_primary() {
    if (is_well(primary_)) {
      silent_since_ns_ = sim::kNever;
      return;
    }
    if (silent_since_ns_ == sim::kNever) silent_since_ns_ = engine_->now();
    if (engine_->now() - silent_since_ns_ < failover_ns_) return;
    for (std::uint32_t place = 0; place < links_.size(); ++place) {
      if (!is_well(place)) continue;
      primary_ = place;
      silent_since_ns_ = sim::kNever;
      return;
    }
  }

  // The primary reads as well when it is told to, or when nobody else lives.
  std::uint32_t next_reader() {
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const auto place = static_cast<std::uint32_t>(turn_++ % links_.size());
      if (is_well(place) && (reads_primary_ || place != primary_)) return place;
    }
    return primary_;
  }

  void send_copies(CallId write) {
    Demand copy = engine_->call(write).demand;
    copy.wish = Wish::copy;
    copy.version = engine_->call(write).version;
    for (std::uint32_t place = 0; place < links_.size(); ++place) {
      if (place == primary_) continue;
      const CallId task = engine_->open_task(index(), copy);
      Call& call = engine_->call(task);
      call.left = place;
      engine_->await(task, Awaits::pause, lag_.draw(call.draws));
    }
  }

  sim::Distribution lag_;
  bool reads_primary_ = false;
  sim::Duration failover_ns_ = 0;
  std::vector<LinkIndex> links_;  // to the primary first, at the start
  std::uint32_t primary_ = 0;
  sim::Time silent_since_ns_ = sim::kNever;
  std::uint64_t turn_ = 0;
};

constexpr Need kNeeds[] = {{Role::data, 2}};

}  // namespace

constinit const PartKind kReplicaSet = {
    .info = {.name = "replica_set",
             .title = "Primary and replicas",
             .does = "Sends writes to the primary, reads to its copies, which follow a bit later.",
             .matters = kMatters,
             .omits = "Elections among the copies, and catching up after a copy was down; which "
                      "copies live is known to it at once.",
             .parameters = kParameters,
             .lives_in_callers = true,
             .zone = Zone::data},
    .role = Role::passes,
    .needs = kNeeds,
    .make = make_part<ReplicaSet>,
    .copy = copy_part<ReplicaSet>,
};

}  // namespace tenfold::model
