// Advancing the run on screen in step with the viewer's time.
#include "tutor/run.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/catalogue.h"
#include "tutor/knobs.h"
#include "tutor/part_words.h"

namespace tenfold::tutor {
namespace {

constexpr std::uint64_t kMostEvents = 300'000;  // in one call, so that a frame stays short
constexpr sim::Duration kSlice = 20 * sim::kMillisecond;
constexpr double kShownHops = 60;  // requests a second of the viewer's time
constexpr std::size_t kMostHops = 512;
constexpr std::string_view kTraffic = "traffic";

void collect(Track& track) {
  std::vector<model::Hop> taken;
  track.timeline.take_hops(taken);
  std::vector<model::Hop>& hops = track.hops;
  hops.insert(hops.end(), taken.begin(), taken.end());
  if (hops.size() <= kMostHops) return;
  hops.erase(hops.begin(), hops.end() - static_cast<std::ptrdiff_t>(kMostHops));
}

void collect(Run& run) {
  for (Track& track : run.tracks) collect(track);
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

void show_one_in(Run& run, std::uint32_t one_in) {
  run.hops_one_in = one_in;
  for (Track& track : run.tracks) track.timeline.sample_hops(one_in);
}

void choose_hops(Run& run) {
  const std::vector<model::Sample>& series = run.system().series();
  const double rate_rps =
      series.empty() ? 0 : series.back().per_second(series.back().counts.offered);
  const std::uint32_t one_in = readable_one_in(rate_rps, run.speed);
  if (one_in != run.hops_one_in) show_one_in(run, one_in);
}

void run_to(Run& run, sim::Time at) {
  for (Track& track : run.tracks) track.timeline.run_until(at);
}

std::uint64_t events(const Run& run) {
  std::uint64_t events = 0;
  for (const Track& track : run.tracks) events += track.system().events();
  return events;
}

void arrive(Run& run) {
  for (std::size_t i = 0; i < run.journey->moments.size(); ++i) {
    run.tracks[i].timeline.take_place(std::move(run.journey->moments[i]));
  }
  run.journey.reset();
  ++run.jumps;
  for (Track& track : run.tracks) track.hops.clear();
}

void travel(Run& run, const Allowance& allowance) {
  Run::Journey& journey = *run.journey;
  const bool in_sight = journey.moments.empty();
  const auto come_to = [&] { return in_sight ? run.now() : journey.moments.front().system.now(); };
  while (come_to() < journey.to && allowance.goes_on(allowance.context)) {
    const sim::Time at = std::min(come_to() + kSlice, journey.to);
    if (in_sight) run_to(run, at);
    for (std::size_t i = 0; i < journey.moments.size(); ++i) {
      run.tracks[i].timeline.go_on(journey.moments[i], at);
    }
  }
  if (come_to() >= journey.to) arrive(run);
}

std::uint32_t after(const Run& run) { return run.number + 1; }

bool is_traffic(const model::PartSpec& part) {
  const model::KindInfo* kind = model::find_kind(part.kind);
  return kind != nullptr && model::find_parameter(*kind, kTraffic) != nullptr;
}

std::vector<model::Fault> apply_to(Run& run, std::span<Track> tracks, const model::Change& change) {
  run.journey.reset();
  std::vector<model::Fault> why_not;
  bool done = false;
  for (Track& track : tracks) {
    std::vector<model::Fault> faults = track.timeline.apply(change);
    done = done || faults.empty();
    if (why_not.empty()) why_not = std::move(faults);
  }
  if (!done) return why_not;
  // What is told of a request that is not over yet is not so any more.
  const bool is_past = run.inspection && run.inspection->state == Inspection::State::told &&
                       run.inspection->trace.ended <= run.now();
  if (!is_past) run.inspection.reset();
  return {};
}

}  // namespace

void begin(Run& run, Run::Purpose purpose, std::string label, const model::Scenario& scenario,
           std::uint64_t seed) {
  Run begun{.number = after(run), .purpose = purpose, .speed = run.speed};
  add_track(begun, std::move(label), scenario, seed);
  run = std::move(begun);
}

void add_track(Run& run, std::string label, const model::Scenario& scenario, std::uint64_t seed) {
  run.tracks.push_back({std::move(label), scenario, model::Timeline(scenario, seed)});
  run.tracks.back().timeline.sample_hops(run.hops_one_in);
}

void restart(Run& run, std::uint64_t seed) {
  Run begun{.number = after(run),
            .purpose = run.purpose,
            .playing = run.playing,
            .speed = run.speed,
            .selected = run.selected};
  for (const Track& track : run.tracks) add_track(begun, track.label, track.scenario, seed);
  run = std::move(begun);
}

void clear(Run& run) { run = Run{.number = after(run)}; }

bool Run::may_play() const {
  return !is_empty() && purpose != Purpose::look && purpose != Purpose::walk;
}

bool Run::may_touch() const { return may_play() && purpose != Purpose::challenge; }

bool Run::touched() const {
  return std::any_of(tracks.begin(), tracks.end(),
                     [](const Track& track) { return !track.timeline.done_by_now().empty(); });
}

double Run::traffic() const {
  double traffic = 1;
  if (is_empty()) return traffic;
  for (const model::Timeline::Done& done : track().timeline.done_by_now()) {
    if (done.change.setting.name == kTraffic) traffic = done.change.setting.number;
  }
  return traffic;
}

void play_on(Run& run, double seconds, const Allowance& allowance) {
  if (run.journey) {
    travel(run, allowance);
    return;
  }
  if (!run.playing || run.finished()) return;
  choose_hops(run);
  const sim::Time target = std::min(run.now() + sim::from_seconds(seconds * run.speed), run.end());
  const std::uint64_t most = events(run) + kMostEvents;
  while (run.now() < target && events(run) < most) {
    run_to(run, std::min(run.now() + kSlice, target));
  }
  collect(run);
  if (run.finished()) run.playing = false;
}

void look_on(Run& run, const Allowance& allowance) {
  while (run.is_looking() && allowance.goes_on(allowance.context)) {
    look_on(*run.inspection, run.tracks[run.inspection->track]);
  }
}

void step_event(Run& run) {
  run.playing = false;
  run.journey.reset();
  if (run.finished()) return;
  choose_hops(run);
  if (!run.tracks.front().timeline.step()) run_to(run, run.end());
  for (std::size_t i = 1; i < run.tracks.size(); ++i) {
    run.tracks[i].timeline.run_until(run.now());
  }
  collect(run);
}

void go_to(Run& run, sim::Time at) {
  if (run.is_empty()) return;
  run.playing = false;
  show_one_in(run, 0);  // chosen anew when it goes on from there
  Run::Journey journey{.to = std::clamp(at, sim::Time{0}, run.end())};
  if (!run.track().timeline.leads_to(journey.to)) {
    for (const Track& track : run.tracks) {
      journey.moments.push_back(track.timeline.moment_before(journey.to));
    }
  }
  run.journey = std::move(journey);
}

std::span<const double> speeds() {
  static constexpr std::array<double, 7> kSpeeds = {0.25, 0.5, 1, 2, 4, 8, 16};
  return kSpeeds;
}

void set_speed(Run& run, double speed) {
  const std::span<const double> known = speeds();
  if (std::find(known.begin(), known.end(), speed) != known.end()) run.speed = speed;
}

std::vector<model::Fault> apply(Run& run, const model::Change& change) {
  return apply_to(run, run.tracks, change);
}

std::vector<model::Fault> set_traffic(Run& run, double traffic) {
  std::vector<model::Fault> why_not;
  if (run.is_empty()) return why_not;
  const std::vector<model::PartSpec> parts = run.track().scenario.parts;
  for (const model::PartSpec& part : parts) {
    if (!is_traffic(part)) continue;
    model::Change change{.kind = model::Change::Kind::set, .part = part.id, .setting = {}};
    change.setting.name = kTraffic;
    change.setting.number = traffic;
    if (why_not.empty()) why_not = apply(run, change);
  }
  return why_not;
}

std::vector<model::Fault> set_parameter(Run& run, std::size_t track, const std::string& part,
                                        std::string_view name, double value) {
  const model::Scenario& scenario = run.tracks[track].scenario;
  const model::PartSpec* spec = find_part(scenario, part);
  if (spec == nullptr) return {{part, "is not a part of this system"}};
  const model::KindInfo& kind = model::kind_info(spec->kind);
  const model::ParameterInfo* parameter = model::find_parameter(kind, name);
  if (parameter == nullptr) return {{part, "cannot be told that"}};
  const model::Change change{
      .kind = model::Change::Kind::set, .part = part, .setting = setting_from(*parameter, value)};
  const auto place = static_cast<std::size_t>(spec - scenario.parts.data());
  const model::PartSpec& now = run.tracks[track].system().spec(place);
  if (setting_of(*parameter, now) == change.setting) return {};
  if (parameter->is_load) return apply(run, change);
  return apply_to(run, std::span(run.tracks).subspan(track, 1), change);
}

}  // namespace tenfold::tutor
