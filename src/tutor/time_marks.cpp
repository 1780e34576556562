// Trouble is read off the series; what was done, off the scenario and the timeline.
#include "tutor/time_marks.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "model/catalogue.h"
#include "tutor/facts.h"
#include "tutor/knobs.h"
#include "tutor/part_words.h"

namespace tenfold::tutor {
namespace {

// Something that was done, or is to be: by the scenario, or by hand.
struct Deed {
  double at_s;
  const model::Change* change;
  bool by_hand;
  bool is_later;  // by hand, and the present has not been through it
};

// By time; of one moment, the scenario's come first.
std::vector<Deed> deeds_of(const Track& track) {
  const std::vector<model::TimedChange>& changes = track.scenario.changes;
  const std::span<const model::Timeline::Done> done = track.timeline.done();
  const std::size_t by_now = track.timeline.done_by_now().size();
  std::vector<Deed> deeds;
  std::size_t next = 0;  // of what was done by hand
  const auto add_done_before = [&](double at_s) {
    for (; next < done.size() && sim::to_seconds(done[next].at) < at_s; ++next) {
      deeds.push_back({sim::to_seconds(done[next].at), &done[next].change, true, next >= by_now});
    }
  };
  for (const std::size_t i : model::in_order_of_time(changes)) {
    add_done_before(changes[i].at_s);
    deeds.push_back({changes[i].at_s, &changes[i].change, false, false});
  }
  add_done_before(std::numeric_limits<double>::infinity());
  return deeds;
}

const model::KindInfo* kind_of(const model::Scenario& scenario, const std::string& target) {
  if (model::names_link(target)) return &model::link_kind();
  const model::PartSpec* part = find_part(scenario, target);
  return part == nullptr ? nullptr : model::find_kind(part->kind);
}

bool sets_same(const model::Change& a, const model::Change& b) {
  return a.kind == model::Change::Kind::set && b.kind == a.kind && a.part == b.part &&
         a.setting.name == b.setting.name;
}

// What a parameter was before one of the deeds set it.
model::Setting setting_before(const model::Scenario& scenario, std::span<const Deed> deeds,
                              std::size_t deed, const model::ParameterInfo& parameter) {
  const model::Change& change = *deeds[deed].change;
  for (std::size_t i = deed; i-- > 0;) {
    if (sets_same(*deeds[i].change, change)) return deeds[i].change->setting;
  }
  if (const model::PartSpec* part = find_part(scenario, change.part)) {
    return setting_of(parameter, *part);
  }
  const model::LinkSpec* link = model::find_link(scenario.links, change.part);
  model::LinkSpec copy = link == nullptr ? model::LinkSpec{} : *link;
  const double* value = model::value_of(copy, parameter.name);
  return setting_from(parameter, value == nullptr ? parameter.initial : *value);
}

// `first`: of deeds that set the same in the same moment and are told as one; else the deed itself.
TimeMark mark_of(const model::Scenario& scenario, std::span<const Deed> deeds, std::size_t first,
                 std::size_t deed) {
  const model::Change& change = *deeds[deed].change;
  TimeMark mark{.at_s = deeds[deed].at_s,
                .words = label_of(scenario, change.part),
                .by_hand = deeds[deed].by_hand};
  switch (change.kind) {
    case model::Change::Kind::kill:
      mark.kind = TimeMark::Kind::kill;
      mark.words += model::names_link(change.part) ? " cut" : " killed";
      break;
    case model::Change::Kind::heal:
      mark.kind = TimeMark::Kind::heal;
      mark.words += " brought back";
      break;
    case model::Change::Kind::set: {
      mark.kind = TimeMark::Kind::change;
      const model::KindInfo* kind = kind_of(scenario, change.part);
      const model::ParameterInfo* parameter =
          kind == nullptr ? nullptr : model::find_parameter(*kind, change.setting.name);
      if (parameter == nullptr) break;
      mark.words +=
          ": " + change_in_words(*parameter, setting_before(scenario, deeds, first, *parameter),
                                 change.setting);
      break;
    }
  }
  return mark;
}

// Several presses of one button, while the run stands, are one change.
template <typename Keep>
std::vector<TimeMark> marks_of(const Track& track, const Keep& keep) {
  const std::vector<Deed> deeds = deeds_of(track);
  std::vector<TimeMark> marks;
  for (std::size_t i = 0, first = 0; i < deeds.size(); ++i) {
    const bool goes_on = i + 1 < deeds.size() && deeds[i].by_hand && deeds[i + 1].by_hand &&
                         deeds[i].at_s == deeds[i + 1].at_s &&
                         sets_same(*deeds[i].change, *deeds[i + 1].change);
    if (goes_on) continue;
    if (keep(deeds[i])) marks.push_back(mark_of(track.scenario, deeds, first, i));
    first = i + 1;
  }
  return marks;
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
  std::vector<TimeMark> trouble;
  add_trouble(trouble, track);
  const std::vector<model::Sample>& seen = track.timeline.seen();
  const double seen_s =
      std::max(seen.empty() ? 0 : seen.back().at_s, sim::to_seconds(track.system().now()));
  const auto is_known = [seen_s](const Deed& deed) { return deed.by_hand || deed.at_s <= seen_s; };
  std::vector<TimeMark> marks = marks_of(track, is_known);
  // Of one moment, trouble is told first, as the second that it is of begins there.
  for (std::size_t i = trouble.size(); i-- > 0;) {
    const auto later = std::find_if(marks.begin(), marks.end(), [&](const TimeMark& mark) {
      return mark.at_s >= trouble[i].at_s;
    });
    marks.insert(later, std::move(trouble[i]));
  }
  return marks;
}

std::string last_change_in_words(const Track& track) {
  const std::size_t by_now = track.timeline.done_by_now().size();
  const std::vector<Deed> deeds = deeds_of(track);
  const model::Change* last = &track.timeline.done()[by_now - 1].change;
  const auto deed = std::find_if(deeds.begin(), deeds.end(),
                                 [last](const Deed& one) { return one.change == last; });
  const auto place = static_cast<std::size_t>(deed - deeds.begin());
  return mark_of(track.scenario, deeds, place, place).words;
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
  std::string words;
  for (const TimeMark& mark : marks_of(track, [](const Deed& deed) { return deed.is_later; })) {
    words += (words.empty() ? "" : "; ") + show_clock(mark.at_s) + " " + mark.words;
  }
  return words;
}

}  // namespace tenfold::tutor
