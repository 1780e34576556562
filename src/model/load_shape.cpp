// The shapes of the day.
#include "model/load_shape.h"

#include <algorithm>

#include "model/scenario.h"
#include "model/system.h"
#include "sim/portable_math.h"

namespace tenfold::model {
namespace {

double part_of(sim::Duration passed_ns, sim::Duration whole_ns) {
  return static_cast<double>(passed_ns) / static_cast<double>(whole_ns);
}

}  // namespace

LoadShape::LoadShape(sim::Stream stream)
    : draws_(stream.child(0).draws()), weather_{.draws = stream.child(2).draws()} {}

void LoadShape::configure(const Settings& settings) {
  const double users = settings.number("users");
  const double requests = settings.number("requests_per_user_day");
  const double busiest_rps = peak_rps(users, requests, settings.number("peak_factor"));
  average_rps_ = peak_rps(users, requests, 1);
  traffic_ = settings.number("traffic");
  for (std::size_t i = 0; i < kShapes.size(); ++i) {
    if (settings.text("shape") == kShapes[i]) kind_ = static_cast<Kind>(i);
  }
  lowest_rps_ =
      kind_ == Kind::diurnal ? busiest_rps * settings.number("night_share") : average_rps_;
  highest_rps_ = busiest_rps;
  start_ns_ = settings.seconds("start_s");
  ramp_ns_ = settings.seconds("ramp_s");
  hold_ns_ = settings.seconds("hold_s");
  fall_ns_ = settings.seconds("fall_s");
  day_ns_ = settings.seconds("day_s");
  calm_ns_ = settings.number("calm_s") * sim::kSecond;
  burst_ns_ = settings.number("burst_s") * sim::kSecond;
}

sim::Time LoadShape::next(sim::Time now, sim::Time end) {
  if (highest_rps() <= 0) return sim::kNever;
  pass(weather_, now);
  Weather ahead = weather_;  // the next question may be earlier than the arrival found here
  const double mean_gap_ns = sim::gap_ns(highest_rps());
  for (sim::Time at = now;;) {
    // Of a rate next to nothing the gap may be longer than the clock.
    const sim::Duration gap_ns = sim::round_to_ns(mean_gap_ns * draws_.exponential());
    if (gap_ns > end - at) return sim::kNever;
    at += gap_ns;
    if (kind_ == Kind::steady) return at;
    pass(ahead, at);
    if (draws_.chance(rate_rps(at, ahead) / highest_rps_)) return at;
  }
}

double LoadShape::rate_rps(sim::Time at, const Weather& weather) const {
  if (kind_ == Kind::steady) return highest_rps_;
  return lowest_rps_ + (highest_rps_ - lowest_rps_) * height(at, weather);
}

double LoadShape::expected_rps(sim::Time at) const {
  if (kind_ != Kind::bursty) return traffic_ * rate_rps(at, weather_);
  const double bursting = burst_ns_ / (calm_ns_ + burst_ns_);
  return traffic_ * (lowest_rps_ + (highest_rps_ - lowest_rps_) * bursting);
}

void LoadShape::pass(Weather& weather, sim::Time at) const {
  if (kind_ != Kind::bursty) return;
  while (weather.until_ns <= at) {
    weather.bursts = !weather.bursts;
    const double mean_ns = weather.bursts ? burst_ns_ : calm_ns_;
    weather.until_ns += sim::round_to_ns(mean_ns * weather.draws.exponential());
  }
}

double LoadShape::height(sim::Time at, const Weather& weather) const {
  switch (kind_) {
    case Kind::steady:
      return 1;
    case Kind::launch:
      return launch_height(at);
    case Kind::step:
      return at < start_ns_ ? 0 : 1;
    case Kind::diurnal:  // midnight is at 0
      return (1 - sim::cos_turns(part_of(at, day_ns_))) / 2;
    case Kind::bursty:
      return weather.bursts ? 1 : 0;
  }
  return 1;
}

double LoadShape::launch_height(sim::Time at) const {
  sim::Duration since_ns = at - start_ns_;
  if (since_ns < 0) return 0;
  if (since_ns < ramp_ns_) return part_of(since_ns, ramp_ns_);
  since_ns -= ramp_ns_ + hold_ns_;
  if (since_ns < 0) return 1;
  return since_ns < fall_ns_ ? 1 - part_of(since_ns, fall_ns_) : 0;
}

std::vector<LoadShape> load_shapes(const System& system) {
  std::vector<LoadShape> shapes;
  const std::size_t count = system.parts().size();
  for (std::size_t i = 0; i < count; ++i) {
    const PartSpec& part = system.spec(i);
    const KindInfo& kind = kind_info(part.kind);
    if (kind.is_users) shapes.emplace_back(sim::Stream(0)).configure(Settings(kind, part));
  }
  return shapes;
}

}  // namespace tenfold::model
