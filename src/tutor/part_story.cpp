// All of it is what the model has counted; what a kind is in words, it says itself.
#include "tutor/part_story.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "model/catalogue.h"
#include "model/settings.h"
#include "tutor/facts.h"
#include "tutor/knobs.h"
#include "tutor/part_words.h"

namespace tenfold::tutor {
namespace {

using model::KindInfo;
using model::ParameterInfo;
using model::PartSpec;
using model::PartState;

constexpr double kMsPerSecond = 1000;

// Three figures, so that a product of two such numbers is the third to the eye: 0.512, 4.12, 38.2,
// 1,204.
std::string show_figures(double value) {
  if (value >= 99.95) return show_count(std::round(value));
  const int decimals = value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return text.data();
}

std::string show_duration(double ms) {
  return ms >= kMsPerSecond ? show_figures(ms / kMsPerSecond) + " s" : show_figures(ms) + " ms";
}

std::string show_rate(double rps) { return show_count(std::round(rps)) + "/s"; }

std::string sentence_case(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return words;
}

// The id of the machine that a part stands on; empty: on none.
std::string_view machine_of(const PartSpec& part) {
  for (const ParameterInfo& parameter : model::kind_info(part.kind).parameters) {
    if (!parameter.is_part) continue;
    for (const model::Setting& setting : part.settings) {
      if (setting.name == parameter.name) return setting.text;
    }
  }
  return {};
}

// What stands on a machine, in the scenario's order.
std::string tenants_of(const model::Scenario& scenario, std::string_view machine) {
  std::string names;
  for (const PartSpec& part : scenario.parts) {
    if (machine_of(part) == machine) names += (names.empty() ? "" : ", ") + part.label;
  }
  return names;
}

std::string size_in_words(const PartSpec& machine) {
  for (const ParameterInfo& parameter : model::kind_info(machine.kind).parameters) {
    const model::MachineSize* size = model::find_machine_size(setting_of(parameter, machine).text);
    if (size == nullptr) continue;
    return show_count(size->cpus) + " CPU, " + show_count(size->memory_gb) + " GB, " +
           show_dollars(size->dollars_month) + " a month";
  }
  return "";
}

std::vector<PartNumber> machine_numbers(const Track& track, const PartState& state,
                                        const PartSpec& now) {
  std::vector<PartNumber> numbers;
  if (const std::string size = size_in_words(now); !size.empty()) {
    numbers.push_back({"Size", size});
  }
  if (const std::string tenants = tenants_of(track.scenario, state.id); !tenants.empty()) {
    numbers.push_back({"Runs here", tenants});
  }
  numbers.push_back({"CPU busy", show_share(state.cpu)});
  numbers.push_back({"Memory in use", show_share(state.memory)});
  numbers.push_back({"Disk busy", show_share(state.disk)});
  numbers.push_back({"Wait for CPU or disk", show_count(state.waiting)});
  return numbers;
}

std::vector<PartNumber> numbers_of(const KindInfo& kind, const PartState& state) {
  std::vector<PartNumber> numbers;
  if (state.capacity > 0) {
    numbers.push_back({"Busy", show_share(state.utilisation) + ", " + show_count(state.in_service) +
                                   " of " + show_count(state.capacity)});
  }
  if (state.capacity > 0 || state.queue_limit > 0) {
    numbers.push_back(
        {"Waiting", show_count(state.waiting) + " of " + show_count(state.queue_limit)});
  }
  if (kind.takes_calls) {
    numbers.push_back({kind.is_users ? "Asked" : "Arrive", show_rate(state.arrival_rps)});
    numbers.push_back({kind.is_users ? "Over" : "Leave", show_rate(state.leave_rps)});
    numbers.push_back({kind.is_users ? "One request takes" : "One request is here",
                       state.leave_rps > 0 ? show_ms(state.time_ms) : "–"});
  }
  if (kind.has_hit_ratio) numbers.push_back({"Found in memory", show_share(state.hit_ratio)});
  return numbers;
}

// The most first.
std::vector<PartWait> waits_of(const Track& track, const model::Inside& inside) {
  std::vector<PartWait> waits;
  const auto add = [&waits](std::string what, std::uint32_t requests) {
    if (requests == 0) return;
    const auto fewer = std::find_if(waits.begin(), waits.end(), [requests](const PartWait& wait) {
      return wait.requests < requests;
    });
    waits.insert(fewer, {std::move(what), requests});
  };
  add("in its own queue", inside.waiting);
  for (std::size_t i = 0; i < inside.awaiting.size(); ++i) {
    const PartSpec& other = track.scenario.parts[i];
    const bool is_machine = model::kind_info(other.kind).is_machine;
    add((is_machine ? "for CPU or disk of " : "for ") + other.label, inside.awaiting[i]);
  }
  return waits;
}

std::optional<LittlesLaw> little_of(const PartState& state, const model::Inside& inside,
                                    sim::Time now) {
  const double passed_s = sim::to_seconds(now);
  const double let_in = static_cast<double>(state.left) + inside.calls;
  if (passed_s <= 0 || let_in <= 0) return std::nullopt;
  const double spent_s =
      static_cast<double>(state.left) * state.mean_time_ms / kMsPerSecond + inside.spent_s;
  LittlesLaw law{.rate_rps = let_in / passed_s,
                 .time_ms = spent_s / let_in * kMsPerSecond,
                 .number = state.mean_in_system,
                 .words = {}};
  law.words = show_figures(law.rate_rps) + "/s × " + show_duration(law.time_ms) + " = " +
              show_figures(law.number) + " here";
  return law;
}

// "Workers: up to 10 workers", "Policy: to random"; at the range's end that it is there.
std::string press_in_words(const Knob& knob, const ParameterInfo& parameter, bool is_more) {
  const std::optional<double>& value = is_more ? knob.more : knob.less;
  const bool is_ordered = parameter.choices.empty() && !model::is_switch(parameter);
  const std::string_view way = !is_ordered ? "to" : is_more ? "up to" : "down to";
  if (value) {
    return knob.words + ": " + std::string(way) + " " +
           show_setting(parameter, setting_from(parameter, *value));
  }
  return knob.words + (is_more ? ": is the highest" : ": is the lowest");
}

std::vector<Knob> knobs_of(const KindInfo& kind, const PartSpec& now) {
  std::vector<Knob> knobs;
  for (const std::string_view name : kind.matters) {
    const ParameterInfo& parameter = *model::find_parameter(kind, name);
    const model::Setting setting = setting_of(parameter, now);
    const double number = number_of(parameter, setting);
    Knob knob{.parameter = std::string(name),
              .words = sentence_case(parameter_words(parameter)),
              .value = show_setting(parameter, setting),
              .less = next_value(parameter, number, -1),
              .more = next_value(parameter, number, 1)};
    knob.less_words = press_in_words(knob, parameter, false);
    knob.more_words = press_in_words(knob, parameter, true);
    knobs.push_back(std::move(knob));
  }
  return knobs;
}

void tell_speed(PartStory& story, const KindInfo& kind, const PartSpec& plain,
                const PartSpec& now) {
  const ParameterInfo* slowness = model::find_parameter(kind, kSlowness);
  if (slowness == nullptr) return;
  const double normal = setting_of(*slowness, plain).number;
  if (setting_of(*slowness, now).number > normal) {
    story.full_speed = normal;
  } else {
    story.slow = std::min(normal * kSlowdown, slowness->high);
  }
}

}  // namespace

std::optional<PartStory> story_of(const Track& track, std::string_view part) {
  const PartSpec* found = find_part(track.scenario, part);
  if (found == nullptr) return std::nullopt;
  const auto place = static_cast<std::size_t>(found - track.scenario.parts.data());
  const model::System& system = track.system();
  const PartState state = system.parts()[place];
  const PartSpec& now = system.spec(place);
  const model::Inside inside = system.inside(place);
  const KindInfo& kind = model::kind_info(found->kind);

  PartStory story{
      .place = place,
      .label = found->label,
      .kind = std::string(kind.title),
      .machine = machine_of(*found).empty() ? "" : label_of(track.scenario, machine_of(*found)),
      .does = kind.does,
      .omits = kind.omits,
      .health = state.health,
      .numbers = kind.is_machine ? machine_numbers(track, state, now) : numbers_of(kind, state),
      .inside = inside.calls,
      .waits = waits_of(track, inside),
      .little = little_of(state, inside, system.now()),
      .limit = state.queue_limit,
      .knobs = knobs_of(kind, now),
      .can_die = !kind.is_users};
  if (state.queue_limit > 0) {
    story.curve = PartCurve::waiting;
  } else if (state.capacity > 0) {
    story.curve = PartCurve::utilisation;
  }
  tell_speed(story, kind, *found, now);
  return story;
}

std::string_view why_untouchable(const Run& run) {
  if (run.may_touch()) return "";
  if (run.purpose == Run::Purpose::challenge) return "The challenge is to be met as it stands.";
  return "Nothing runs here yet: what can be changed, can be once it does.";
}

}  // namespace tenfold::tutor
