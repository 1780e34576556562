// tenfold seeks: goes to moments of each lesson's runs as the page does, sets each beside a plain
// run that went straight there, and tells what the snapshots take and how long the way is.
#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "model/catalogue.h"
#include "model/settings.h"
#include "model/timeline.h"
#include "sim/random.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kSeed = 1;
constexpr sim::Duration kPiece = 20 * sim::kMillisecond;  // as the page's run goes

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// Ways to moments, and what they took.
struct Ways {
  std::vector<double> took_ms = {};  // by way
  double longest_piece_ms = 0;
  std::size_t snapshot_bytes = 0;  // the most there were
};

// The next piece of a way, from the present or from a moment kept before it.
void go_on(model::Timeline& timeline, std::optional<model::Timeline::Moment>& moment,
           sim::Time to) {
  if (!moment) {
    timeline.run_until(std::min(timeline.system().now() + kPiece, to));
  } else if (moment->system.now() < to) {
    timeline.go_on(*moment, std::min(moment->system.now() + kPiece, to));
  } else {
    timeline.take_place(std::move(*moment));
    moment.reset();
  }
}

void travel(model::Timeline& timeline, sim::Time to, Ways& ways) {
  double took_ms = 0;
  const auto piece_took = [&](Clock::time_point begin) {
    const double piece_ms = ms_since(begin);
    took_ms += piece_ms;
    ways.longest_piece_ms = std::max(ways.longest_piece_ms, piece_ms);
    ways.snapshot_bytes = std::max(ways.snapshot_bytes, timeline.bytes());
  };
  const auto begin = Clock::now();
  std::optional<model::Timeline::Moment> moment;
  if (!timeline.leads_to(to)) moment = timeline.moment_before(to);
  piece_took(begin);
  while (moment || timeline.system().now() < to) {
    const auto piece_begin = Clock::now();
    go_on(timeline, moment, to);
    piece_took(piece_begin);
  }
  ways.took_ms.push_back(took_ms);
}

// The first of these that the system takes is done to it; nothing where it takes none.
std::optional<model::Change> do_one(model::Timeline& timeline,
                                    const std::vector<model::Change>& changes) {
  for (const model::Change& change : changes) {
    if (timeline.apply(change).empty()) return change;
  }
  return std::nullopt;
}

std::vector<model::Change> kills(const model::Scenario& scenario) {
  std::vector<model::Change> changes;
  for (const model::PartSpec& part : scenario.parts) {
    const model::KindInfo& kind = model::kind_info(part.kind);
    if (kind.is_users || kind.is_outside || kind.lives_in_callers) continue;
    changes.push_back({.kind = model::Change::Kind::kill, .part = part.id, .setting = {}});
  }
  return changes;
}

// Values that may be set while it runs and can go up, each put up by three tenths.
std::vector<model::Change> settings(const model::Scenario& scenario) {
  constexpr double kMore = 1.3;
  std::vector<model::Change> changes;
  for (const model::PartSpec& part : scenario.parts) {
    const model::KindInfo& kind = model::kind_info(part.kind);
    for (const model::ParameterInfo& parameter : kind.parameters) {
      if (!parameter.live || parameter.is_part || !parameter.choices.empty()) continue;
      const double now = model::Settings(kind, part).number(parameter.name);
      const double value = std::min(now * kMore, parameter.high);
      if (value == now) continue;
      changes.push_back(
          {.kind = model::Change::Kind::set,
           .part = part.id,
           .setting = {.name = std::string(parameter.name), .number = value, .text = {}}});
    }
  }
  return changes;
}

// To the end, with a part killed and healed and a value set by hand on the way.
void run_with_changes(model::Timeline& timeline, const model::Scenario& scenario, Ways& ways) {
  const sim::Time end = timeline.system().end();
  travel(timeline, end / 100 * 30, ways);
  const std::optional<model::Change> killed = do_one(timeline, kills(scenario));
  travel(timeline, end / 100 * 45, ways);
  if (killed) {
    do_one(timeline, {{.kind = model::Change::Kind::heal, .part = killed->part, .setting = {}}});
  }
  travel(timeline, end / 100 * 60, ways);
  do_one(timeline, settings(scenario));
  travel(timeline, end, ways);
}

// What is to be equal of a moment, to the bit.
struct Mark {
  sim::Time now = 0;
  std::uint64_t events = 0;
  std::uint64_t log_hash = 0;

  bool operator==(const Mark&) const = default;
};

Mark mark_of(const model::System& system) {
  return {system.now(), system.events(), system.log_hash()};
}

// Of one system, advanced straight through the moments; in their order.
std::vector<Mark> plain_marks(const model::Scenario& scenario,
                              std::span<const model::Timeline::Done> done,
                              std::span<const sim::Time> moments) {
  std::vector<std::size_t> by_time(moments.size());
  for (std::size_t i = 0; i < by_time.size(); ++i) by_time[i] = i;
  std::sort(by_time.begin(), by_time.end(),
            [moments](std::size_t a, std::size_t b) { return moments[a] < moments[b]; });
  std::vector<Mark> marks(moments.size());
  model::System plain(scenario, kSeed);
  for (const std::size_t place : by_time) {
    for (; !done.empty() && done.front().at <= moments[place]; done = done.subspan(1)) {
      plain.run_until(done.front().at);
      plain.apply(done.front().change);
    }
    plain.run_until(moments[place]);
    marks[place] = mark_of(plain);
  }
  return marks;
}

// One of a lesson's systems: the lesson's, or its fix.
struct Sought {
  const LessonFile& entry;
  std::string_view name;
  model::Scenario scenario;
};

Json seek_in(const Sought& sought, std::size_t moments, std::string& differ) {
  model::Timeline timeline(sought.scenario, kSeed);
  Ways there;
  run_with_changes(timeline, sought.scenario, there);
  sim::Random random = sim::Stream(kSeed).draws();
  std::vector<sim::Time> at(moments);
  for (sim::Time& moment : at) {
    moment = sim::from_seconds(random.uniform() * sought.scenario.duration_s);
  }
  const std::vector<Mark> expected = plain_marks(sought.scenario, timeline.done(), at);
  Ways ways{.snapshot_bytes = there.snapshot_bytes};
  std::size_t equal = 0;
  for (std::size_t i = 0; i < moments; ++i) {
    travel(timeline, at[i], ways);
    if (mark_of(timeline.system()) == expected[i]) {
      ++equal;
      continue;
    }
    differ += sought.entry.file + ": " + std::string(sought.name) + " at " +
              std::to_string(sim::to_seconds(at[i])) + " s is not what a plain run is there\n";
  }
  std::sort(ways.took_ms.begin(), ways.took_ms.end());
  return {{"stage", sought.entry.lesson.stage},
          {"system", sought.name},
          {"moments", moments},
          {"equal", equal},
          {"changes", timeline.done().size()},
          {"snapshot_bytes", ways.snapshot_bytes},
          {"keeps_only_the_start", timeline.keeps_only_the_start()},
          {"median_ms", ways.took_ms[moments / 2]},
          {"longest_ms", ways.took_ms.back()},
          {"longest_piece_ms", ways.longest_piece_ms}};
}

}  // namespace

Outcome seeks(std::span<const std::string_view> words) {
  constexpr std::string_view kOptions[] = {"--moments", "--stage"};
  Arguments arguments = read_arguments(words, kOptions);
  const auto moments = static_cast<std::size_t>(arguments.whole("--moments", 1, 100'000, 50));
  const auto stage = static_cast<int>(arguments.whole("--stage", 1, 10, 0));
  if (!arguments.fault.empty()) return bad_input("seeks: " + arguments.fault);
  const SoundLessons read = sound_lessons(arguments.path, stage);
  if (!read.fault.empty()) return bad_input(read.fault);
  Json systems = Json::array();
  std::string differ;
  for (const LessonFile& entry : read.lessons) {
    const lesson::Lesson& lesson = entry.lesson;
    systems.push_back(seek_in({entry, "start", lesson.scenario}, moments, differ));
    systems.push_back(seek_in({entry, "fix", lesson::fixed_scenario(lesson)}, moments, differ));
  }
  return {.exit_code = differ.empty() ? 0 : kExitFaults,
          .out = systems.dump(2) + '\n',
          .err = std::move(differ)};
}

}  // namespace tenfold::cli
