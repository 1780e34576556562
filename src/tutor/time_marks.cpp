// Trouble is read off the series; what was done, off the scenario and the timeline.
#include "tutor/time_marks.h"

#include <algorithm>

#include "tutor/facts.h"

namespace tenfold::tutor {
namespace {

std::string label_of(const model::Scenario& scenario, const std::string& id) {
  for (const model::PartSpec& part : scenario.parts) {
    if (part.id == id) return part.label;
  }
  const std::size_t arrow = id.find('>');
  if (arrow == std::string::npos) return id;
  return "Link from " + label_of(scenario, id.substr(0, arrow)) + " to " +
         label_of(scenario, id.substr(arrow + 1));
}

TimeMark mark_of(const model::Scenario& scenario, double at_s, const model::Change& change,
                 bool by_hand) {
  TimeMark mark{.at_s = at_s, .words = label_of(scenario, change.part), .by_hand = by_hand};
  switch (change.kind) {
    case model::Change::Kind::kill:
      mark.kind = TimeMark::Kind::kill;
      mark.words += model::names_link(change.part) ? " cut" : " killed";
      break;
    case model::Change::Kind::heal:
      mark.kind = TimeMark::Kind::heal;
      mark.words += " brought back";
      break;
    case model::Change::Kind::set:
      mark.kind = TimeMark::Kind::change;
      mark.words +=
          ": " + change.setting.name + " set to " +
          (change.setting.text.empty() ? show_count(change.setting.number) : change.setting.text);
      break;
  }
  return mark;
}

// The part that is busiest in this second, if it is strained at all.
const model::PartSpec* strained_part(const model::Scenario& scenario, const model::Sample& sample) {
  const auto busiest = std::max_element(sample.utilisation.begin(), sample.utilisation.end());
  const bool is_strained =
      busiest != sample.utilisation.end() && *busiest >= static_cast<float>(model::kStrained);
  return is_strained
             ? &scenario.parts[static_cast<std::size_t>(busiest - sample.utilisation.begin())]
             : nullptr;
}

std::string reason_of(const model::Counts& counts) {
  const auto most = std::max_element(counts.by_reason.begin(), counts.by_reason.end());
  return std::string(
      model::failure_name(static_cast<model::Failure>(most - counts.by_reason.begin())));
}

void add_trouble(std::vector<TimeMark>& marks, const Track& track) {
  bool warned = false;
  for (const model::Sample& sample : track.timeline.seen()) {
    const double at_s = sample.at_s - sample.span_s;
    const model::PartSpec* part = warned ? nullptr : strained_part(track.scenario, sample);
    if (part != nullptr) {
      warned = true;
      marks.push_back(
          {.kind = TimeMark::Kind::warning,
           .at_s = at_s,
           .words = "Warning: " + part->label + " over " + show_share(model::kStrained) + " busy"});
    }
    if (sample.counts.failed == 0) continue;
    marks.push_back({.kind = TimeMark::Kind::failure,
                     .at_s = at_s,
                     .words = "First failure: " + reason_of(sample.counts)});
    return;
  }
}

}  // namespace

std::vector<TimeMark> marks_of(const Track& track) {
  std::vector<TimeMark> marks;
  add_trouble(marks, track);
  const std::vector<model::Sample>& seen = track.timeline.seen();
  const double seen_s =
      std::max(seen.empty() ? 0 : seen.back().at_s, sim::to_seconds(track.system().now()));
  for (const model::TimedChange& timed : track.scenario.changes) {
    if (timed.at_s > seen_s) continue;
    marks.push_back(mark_of(track.scenario, timed.at_s, timed.change, false));
  }
  for (const model::Timeline::Done& done : track.timeline.done()) {
    marks.push_back(mark_of(track.scenario, sim::to_seconds(done.at), done.change, true));
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const TimeMark& a, const TimeMark& b) { return a.at_s < b.at_s; });
  return marks;
}

std::string moment_in_words(const Track& track, const std::vector<TimeMark>& marks, sim::Time at) {
  const std::string now = show_clock(sim::to_seconds(at));
  std::string words = now + " of " + show_clock(sim::to_seconds(track.system().end()));
  for (const TimeMark& mark : marks) {
    if (show_clock(mark.at_s) == now) words += ". " + mark.words;
  }
  return words;
}

std::string would_be_lost(const Track& track) {
  const std::size_t by_now = track.timeline.done_by_now().size();
  std::string words;
  for (const model::Timeline::Done& done : track.timeline.done().subspan(by_now)) {
    const double at_s = sim::to_seconds(done.at);
    words += (words.empty() ? "" : "; ") + show_clock(at_s) + " " +
             mark_of(track.scenario, at_s, done.change, true).words;
  }
  return words;
}

}  // namespace tenfold::tutor
