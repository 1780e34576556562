// Who is signed in, kept outside the servers, so that any of them can answer any user. When it dies
// and nothing stands by, everyone is logged out.
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"
#include "model/user_set.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "serve_ms",
                  .unit = "ms",
                  .initial = 0.02,
                  .low = 0,
                  .high = 1000,
                  .source = "Redis benchmarks: some 100,000 operations a second",
                  .evidence = Evidence::vendor,
                  .live = true},
    ParameterInfo{.name = "survives", .unit = "", .initial = 0, .low = 0, .high = 1},
    kSlowness,
    ParameterInfo{.name = "dollars_month",
                  .unit = "$",
                  .initial = 50,
                  .low = 0,
                  .high = 1'000'000,
                  .source = "of the size of a small machine and its store, 2025"},
};

constexpr std::array<std::string_view, 2> kMatters = {"serve_ms", "slowness"};

class SessionStore final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    serve_ns_ = settings.slowed_ms("serve_ms");
    serve_lane_ = engine_->lane(serve_ns_);
    survives_ = settings.flag("survives");
    dollars_month_ = settings.number("dollars_month");
  }

  void arrive(CallId id) override {
    if (!admit(id)) return;
    engine_->note(engine_->call(id), Doing::serve);
    engine_->await(id, Awaits::pause, serve_lane_, serve_ns_);
  }

  void resume(CallId id) override {
    const Demand& demand = engine_->call(id).demand;
    const bool is_lost = demand.signed_in && !sessions_.has(demand.user);
    if (!is_lost) sessions_.add(demand.user);
    finish(id, is_lost ? Failure::logged_out : Failure::none);
  }

  void crash() override {
    CountingPart::crash();
    if (!survives_) sessions_.clear();
  }

  double cost_month() const override { return dollars_month_; }

  std::size_t bytes() const override { return sessions_.bytes(); }

 private:
  sim::Duration serve_ns_ = 0;
  sim::EventQueue::Lane serve_lane_ = 0;
  bool survives_ = false;
  double dollars_month_ = 0;
  UserSet sessions_;
};

}  // namespace

constinit const PartKind kSessionStore = {
    .info = {.name = "session_store",
             .title = "Session store",
             .does = "Remembers who is signed in, for all servers alike.",
             .matters = kMatters,
             .omits = "Sessions that expire, and what is in them.",
             .parameters = kParameters,
             .zone = Zone::data},
    .role = Role::sessions,
    .make = make_part<SessionStore>,
    .copy = copy_part<SessionStore>,
};

}  // namespace tenfold::model
