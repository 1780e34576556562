// Advancing the run on screen in step with the viewer's time.
#include "tutor/live_run.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/catalogue.h"

namespace tenfold::tutor {
namespace {

constexpr std::uint64_t kMostEvents = 300'000;  // in one call, so that a frame stays short
constexpr sim::Duration kSlice = 20 * sim::kMillisecond;
constexpr double kShownHops = 60;  // requests a second of the viewer's time
constexpr std::size_t kMostHops = 512;
constexpr double kMostTraffic = 10;

void keep_latest(std::vector<model::Hop>& hops) {
  if (hops.size() <= kMostHops) return;
  hops.erase(hops.begin(), hops.end() - static_cast<std::ptrdiff_t>(kMostHops));
}

void collect(model::System& system, std::vector<model::Hop>& hops) {
  std::vector<model::Hop> taken;
  system.take_hops(taken);
  hops.insert(hops.end(), taken.begin(), taken.end());
  keep_latest(hops);
}

// 1, 2, 5, 10, 20, 50 …: as many requests in one as keep the diagram readable.
std::uint32_t readable_one_in(double rate_rps, double speed) {
  const double wanted = rate_rps * speed / kShownHops;
  for (std::uint32_t decade = 1; decade < 1'000'000; decade *= 10) {
    for (const std::uint32_t step : {1U, 2U, 5U}) {
      if (decade * step >= wanted) return decade * step;
    }
  }
  return 1'000'000;
}

void choose_hops(LiveRun& live) {
  const std::vector<model::Sample>& series = live.system->series();
  const double rate_rps =
      series.empty() ? 0 : series.back().per_second(series.back().counts.offered);
  const std::uint32_t one_in = readable_one_in(rate_rps, live.speed);
  if (one_in == live.hops_one_in) return;
  live.hops_one_in = one_in;
  live.system->sample_hops(one_in);
  if (live.twin) live.twin->sample_hops(one_in);
}

void run_to(LiveRun& live, sim::Time at) {
  live.system->run_until(at);
  if (live.twin) live.twin->run_until(at);
}

std::uint64_t events(const LiveRun& live) {
  return live.system->events() + (live.twin ? live.twin->events() : 0);
}

}  // namespace

void begin(LiveRun& live, LiveRun::Purpose purpose, std::string label,
           const model::Scenario& scenario, std::uint64_t seed) {
  const double speed = live.speed;
  live = LiveRun{};
  live.speed = speed;
  live.purpose = purpose;
  live.label = std::move(label);
  live.scenario = scenario;
  live.system = std::make_unique<model::System>(scenario, seed);
  live.system->sample_hops(live.hops_one_in);
}

void begin_twin(LiveRun& live, std::string label, const model::Scenario& scenario,
                std::uint64_t seed) {
  live.twin_label = std::move(label);
  live.twin_scenario = scenario;
  live.twin = std::make_unique<model::System>(scenario, seed);
  live.twin->sample_hops(live.hops_one_in);
}

void restart(LiveRun& live, std::uint64_t seed) {
  const LiveRun before = std::move(live);
  live.speed = before.speed;
  begin(live, before.purpose, before.label, before.scenario, seed);
  if (before.twin) begin_twin(live, before.twin_label, before.twin_scenario, seed);
  live.playing = before.playing;
}

bool LiveRun::may_play() const {
  return system && purpose != Purpose::look && purpose != Purpose::walk;
}

bool LiveRun::may_touch() const { return may_play() && purpose != Purpose::challenge; }

void play_on(LiveRun& live, double seconds, const Allowance& allowance) {
  if (live.going_to) {
    while (live.system->now() < *live.going_to && allowance.goes_on(allowance.context)) {
      run_to(live, std::min(live.system->now() + kSlice, *live.going_to));
    }
    if (live.system->now() >= *live.going_to) live.going_to.reset();
    return;
  }
  if (!live.playing || live.finished()) return;
  choose_hops(live);
  const sim::Time target =
      std::min(live.system->now() + sim::from_seconds(seconds * live.speed), live.system->end());
  const std::uint64_t most = events(live) + kMostEvents;
  while (live.system->now() < target && events(live) < most) {
    run_to(live, std::min(live.system->now() + kSlice, target));
  }
  collect(*live.system, live.hops);
  if (live.twin) collect(*live.twin, live.twin_hops);
  if (live.finished()) live.playing = false;
}

void step_event(LiveRun& live) {
  live.playing = false;
  live.going_to.reset();
  if (live.finished()) return;
  choose_hops(live);
  if (!live.system->step()) live.system->run_until(live.system->end());
  if (live.twin) live.twin->run_until(live.system->now());
  collect(*live.system, live.hops);
  if (live.twin) collect(*live.twin, live.twin_hops);
}

void go_to(LiveRun& live, sim::Time at) {
  live.playing = false;
  if (!live.system) return;
  live.hops_one_in = 0;  // chosen anew when it goes on from there
  live.system->sample_hops(0);
  if (live.twin) live.twin->sample_hops(0);
  live.going_to = std::min(at, live.system->end());
}

std::span<const double> speeds() {
  static constexpr std::array<double, 7> kSpeeds = {0.25, 0.5, 1, 2, 4, 8, 16};
  return kSpeeds;
}

void set_speed(LiveRun& live, double speed) {
  const std::span<const double> known = speeds();
  if (std::find(known.begin(), known.end(), speed) != known.end()) live.speed = speed;
}

bool apply(LiveRun& live, const model::Change& change) {
  if (!live.system) return false;
  bool done = live.system->apply(change).empty();
  if (live.twin) done = live.twin->apply(change).empty() || done;
  live.touched = live.touched || done;
  return done;
}

bool set_traffic(LiveRun& live, double traffic) {
  if (!(traffic >= 0 && traffic <= kMostTraffic)) return false;
  bool done = false;
  for (const model::PartSpec& part : live.scenario.parts) {
    const model::KindInfo* kind = model::find_kind(part.kind);
    if (kind == nullptr || model::find_parameter(*kind, "traffic") == nullptr) continue;
    model::Change change{.kind = model::Change::Kind::set, .part = part.id, .setting = {}};
    change.setting.name = "traffic";
    change.setting.number = traffic;
    done = apply(live, change) || done;
  }
  if (done) live.traffic = traffic;
  return done;
}

}  // namespace tenfold::tutor
