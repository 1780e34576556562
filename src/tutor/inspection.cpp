// First, where a request is only described, a second is gone through once more to see which it was;
// then the run from before it came until it is over.
#include "tutor/inspection.h"

#include <algorithm>
#include <cmath>

#include "tutor/facts.h"
#include "tutor/run.h"

namespace tenfold::tutor {
namespace {

using State = Inspection::State;
using model::Finished;

constexpr sim::Duration kPiece = 20 * sim::kMillisecond;

std::uint64_t count_of(const model::Counts& counts, Wanted wanted) {
  switch (wanted) {
    case Wanted::last_failed:
      return counts.failed;
    case Wanted::typical:
      return counts.good;
    case Wanted::slowest:
    case Wanted::numbered:
      break;
  }
  return counts.good + counts.failed;
}

std::string nothing_such(Wanted wanted) {
  switch (wanted) {
    case Wanted::last_failed:
      return "No request has failed so far.";
    case Wanted::typical:
      return "No request has been answered in time so far.";
    case Wanted::slowest:
    case Wanted::numbered:
      break;
  }
  return "No request has come to its end so far.";
}

Inspection absent(Inspection inspection, std::string why) {
  inspection.state = State::absent;
  inspection.why_absent = std::move(why);
  inspection.copy.reset();
  return inspection;
}

void follow(Inspection& inspection, const Track& track, std::uint32_t request) {
  inspection.request = request;
  inspection.copy = track.timeline.moment_before_request(request);
  inspection.copy->system.log_finished(false);
  inspection.copy->system.follow(request);
  inspection.until = track.system().end();
  inspection.state = State::following;
}

sim::Duration latency(const Finished& finished) { return finished.ended - finished.came; }

// Of those that a second's log has, the one asked for; nullptr when there is none.
const Finished* chosen(std::vector<const Finished*>& ended, Wanted wanted) {
  std::erase_if(ended, [wanted](const Finished* one) {
    const bool failed = one->failure != model::Failure::none;
    return (wanted == Wanted::last_failed && !failed) || (wanted == Wanted::typical && failed);
  });
  if (ended.empty()) return nullptr;
  if (wanted == Wanted::last_failed) return ended.back();
  std::stable_sort(ended.begin(), ended.end(),
                   [](const Finished* a, const Finished* b) { return latency(*a) < latency(*b); });
  return wanted == Wanted::typical ? ended[ended.size() / 2] : ended.back();
}

void choose(Inspection& inspection, const Track& track) {
  std::vector<const Finished*> ended;
  for (const Finished& one : inspection.copy->system.finished()) ended.push_back(&one);
  const Finished* found = chosen(ended, inspection.wanted);
  if (found == nullptr) {
    inspection = absent(std::move(inspection), nothing_such(inspection.wanted));
    return;
  }
  follow(inspection, track, found->request);
}

void tell(Inspection& inspection) {
  inspection.trace = inspection.copy->system.trace();
  inspection.path = waited_path(inspection.trace);
  inspection.copy.reset();
  inspection.state = State::told;
}

// The part at which the path waited longest, and how long.
std::string longest_wait(const Inspection& inspection, const Track& track) {
  std::vector<sim::Duration> waited(track.scenario.parts.size());
  for (const model::Span& span : inspection.path) {
    if (stay_of(span.doing) == model::Stay::waiting) waited[span.part] += span.to - span.from;
  }
  const auto most = std::max_element(waited.begin(), waited.end());
  if (most == waited.end() || *most == 0) return "";
  const auto part = static_cast<std::size_t>(most - waited.begin());
  return show_ms(static_cast<double>(*most) / sim::kMillisecond) + " at " +
         track.scenario.parts[part].label;
}

}  // namespace

Inspection look_for(const Track& track, std::size_t index, Wanted wanted) {
  Inspection inspection{.wanted = wanted, .track = index};
  const std::vector<model::Sample>& series = track.system().series();
  const auto second = std::find_if(series.rbegin(), series.rend(), [&](const model::Sample& one) {
    return count_of(one.counts, wanted) > 0;
  });
  if (second == series.rend()) return absent(std::move(inspection), nothing_such(wanted));
  inspection.until = sim::from_seconds(second->at_s);
  inspection.from = sim::from_seconds(second->at_s - second->span_s);
  inspection.copy = track.timeline.moment_before(inspection.from);
  return inspection;
}

Inspection look_at(const Track& track, std::size_t index, std::uint32_t request) {
  Inspection inspection{.wanted = Wanted::numbered, .track = index, .request = request};
  if (request >= track.system().requests_offered()) {
    return absent(std::move(inspection), "This run has had no such request yet.");
  }
  follow(inspection, track, request);
  return inspection;
}

void look_on(Inspection& inspection, const Track& track) {
  model::Timeline::Moment& copy = *inspection.copy;
  const sim::Time now = copy.system.now();
  const bool is_before = inspection.state == State::searching && now < inspection.from;
  const sim::Time goal = is_before ? inspection.from : std::max(inspection.until, now);
  if (inspection.state == State::searching && now == inspection.from) {
    copy.system.log_finished(true);
  }
  track.timeline.repeat(copy, std::min(now + kPiece, goal));
  if (inspection.state == State::following && copy.system.trace().over) {
    tell(inspection);
  } else if (copy.system.now() < inspection.until) {
    return;
  } else if (inspection.state == State::searching) {
    choose(inspection, track);
  } else {
    inspection = absent(std::move(inspection), "This run ends before the request does.");
  }
}

std::string story_of(const Inspection& inspection, const Track& track) {
  const model::Trace& trace = inspection.trace;
  const auto show = [](sim::Duration time) {
    return show_ms(static_cast<double>(time) / sim::kMillisecond);
  };
  std::string words = "At " + show_clock(sim::to_seconds(trace.came)) + " it came, and " +
                      (trace.failure == model::Failure::none
                           ? "was answered"
                           : "failed (" + std::string(failure_name(trace.failure)) + ")") +
                      " after " + show(trace.ended - trace.came) + ": ";
  const model::StaySums sums = sums_of(inspection.path);
  bool first = true;
  for (std::size_t i = 0; i < model::kStays; ++i) {
    const auto stay = static_cast<model::Stay>(i);
    if (sums.of(stay) == 0) continue;
    words += (first ? "" : ", ") + show(sums.of(stay)) + " " + std::string(stay_name(stay));
    const std::string where = stay == model::Stay::waiting ? longest_wait(inspection, track) : "";
    if (!where.empty()) words += " (" + where + ")";
    first = false;
  }
  return words + (first ? "no time at all." : ".");
}

}  // namespace tenfold::tutor
