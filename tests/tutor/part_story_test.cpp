// What is told of a part, over all stages and kinds, and what happens when it is changed by hand.
#include "tutor/part_story.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "lesson/reader.h"
#include "model/catalogue.h"
#include "tests/tutor/lessons.h"
#include "tutor/facts.h"
#include "tutor/knobs.h"
#include "tutor/time_marks.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using tutor::PartStory;
using tutor::Run;

std::vector<model::Scenario> all_scenarios() {
  std::vector<model::Scenario> scenarios;
  for (const std::string& file : stage_files()) {
    const lesson::ReadLesson read = lesson::read_lesson(read_text(file), file);
    REQUIRE(read.faults.empty());
    scenarios.push_back(read.lesson.scenario);
  }
  REQUIRE(scenarios.size() >= 10);
  const std::string every = "tests/fuzz/corpus/every_kind.json";
  scenarios.push_back(lesson::read_scenario(read_text(every), every).scenario);
  return scenarios;
}

void go(Run& run, double at_s) {
  tutor::go_to(run, sim::from_seconds(at_s));
  tutor::play_on(run, 0, tutor::kNoLimit);
}

Run at(const model::Scenario& scenario, double at_s) {
  Run run;
  tutor::begin(run, Run::Purpose::run, "A system", scenario, 1);
  go(run, at_s);
  return run;
}

// Calls `look` with what is told of every part of every scenario, after a third and near the end.
template <typename Look>
void for_each_story(const Look& look) {
  for (const model::Scenario& scenario : all_scenarios()) {
    CAPTURE(scenario.id);
    for (const double share : {0.0, 0.35, 0.9}) {
      // Enough of the large ones.
      const double at_s = std::min(share * scenario.duration_s, share * 90);
      Run run = at(scenario, at_s);
      for (const model::PartSpec& part : scenario.parts) {
        CAPTURE(part.id);
        CAPTURE(at_s);
        const std::optional<PartStory> story = story_of(run.track(), part.id);
        REQUIRE(story);
        look(run, part, *story);
      }
    }
  }
}

// "1,204 ms" as 1204, and how far rounding may have taken it from what it stands for.
struct Shown {
  double value = 0;
  double rounding = 0;
};
Shown read_shown(const std::string& words, std::size_t at) {
  std::string digits;
  for (; at < words.size() && (std::isdigit(static_cast<unsigned char>(words[at])) != 0 ||
                               words[at] == ',' || words[at] == '.');
       ++at) {
    if (words[at] != ',') digits += words[at];
  }
  const std::size_t point = digits.find('.');
  const auto decimals =
      point == std::string::npos ? 0.0 : static_cast<double>(digits.size() - point - 1);
  const bool in_seconds = words.substr(at, 2) == " s";
  const double unit = in_seconds ? 1000 : 1;
  return {std::stod(digits) * unit, 0.5 * std::pow(10, -decimals) * unit};
}

const model::PartSpec& part_of_kind(const Run& run, std::string_view kind) {
  return *std::find_if(run.scenario().parts.begin(), run.scenario().parts.end(),
                       [kind](const auto& part) { return part.kind == kind; });
}

const tutor::Knob& knob(const PartStory& story, std::string_view parameter) {
  return *std::find_if(story.knobs.begin(), story.knobs.end(),
                       [parameter](const auto& one) { return one.parameter == parameter; });
}

}  // namespace

TEST_CASE("every part of every stage is told: what it does, its numbers and what can be changed") {
  for_each_story([](const Run&, const model::PartSpec& part, const PartStory& story) {
    CHECK(story.label == part.label);
    CHECK_FALSE(story.kind.empty());
    CHECK(story.does.ends_with("."));
    CHECK(story.knobs.size() >= 2);
    for (const tutor::Knob& one : story.knobs) {
      CHECK_FALSE(one.value.empty());
      CHECK((one.less || one.more));
      CHECK(one.less_words != one.more_words);
    }
    for (const tutor::PartNumber& number : story.numbers) {
      CAPTURE(number.name);
      CHECK_FALSE(number.value.empty());
    }
    const model::KindInfo& kind = model::kind_info(part.kind);
    CHECK((story.numbers.empty() ? !kind.takes_calls : true));
    CHECK(story.can_die == !kind.is_users);
    CHECK((story.slow && story.full_speed) == false);
  });
}

TEST_CASE(
    "Little's law balances at every part of every stage, also in the figures that are shown") {
  int told = 0;
  for_each_story([&told](const Run& run, const model::PartSpec&, const PartStory& story) {
    if (run.now() == 0) CHECK_FALSE(story.little);
    if (!story.little) return;
    ++told;
    const tutor::LittlesLaw& law = *story.little;
    CHECK(law.number == doctest::Approx(law.rate_rps * law.time_ms / 1000).epsilon(1e-6));
    const std::string& words = law.words;
    CAPTURE(words);
    const Shown rate = read_shown(words, 0);
    const Shown time = read_shown(words, words.find("× ") + std::string("× ").size());
    const Shown number = read_shown(words, words.find("= ") + 2);
    const double product = rate.value * time.value / 1000;
    const double apart = (rate.value + rate.rounding) * (time.value + time.rounding) / 1000 -
                         product + number.rounding;
    CHECK(std::abs(product - number.value) <= apart + 1e-9);
  });
  CHECK(told > 100);
}

TEST_CASE("what waits at a part is told, the most first, and nothing where nothing waits") {
  bool queued = false;
  bool awaited = false;
  for_each_story([&](const Run& run, const model::PartSpec& part, const PartStory& story) {
    const model::PartState state = run.system().parts()[story.place];
    std::uint32_t before = std::numeric_limits<std::uint32_t>::max();
    for (const tutor::PartWait& wait : story.waits) {
      CHECK(wait.requests > 0);
      CHECK(wait.requests <= before);
      before = wait.requests;
      if (wait.what != "in its own queue") {
        awaited = true;
        continue;
      }
      queued = true;
      if (!model::kind_info(part.kind).is_machine && state.queue_limit > 0) {
        CHECK(wait.requests == state.waiting);
      }
    }
    if (story.inside == 0) CHECK(story.waits.empty());
  });
  CHECK(queued);
  CHECK(awaited);
}

TEST_CASE("a part with a queue has its waiting to plot, one with workers only how busy it is") {
  for_each_story([](const Run& run, const model::PartSpec&, const PartStory& story) {
    const model::PartState state = run.system().parts()[story.place];
    if (state.queue_limit > 0) {
      CHECK(story.curve == tutor::PartCurve::waiting);
      CHECK(story.limit == state.queue_limit);
    } else if (state.capacity > 0) {
      CHECK(story.curve == tutor::PartCurve::utilisation);
    } else {
      CHECK(story.curve == tutor::PartCurve::none);
    }
  });
}

TEST_CASE("every change that a part offers is done, shown and marked in words; or says why not") {
  std::set<std::string> kinds;
  for (const model::Scenario& scenario : all_scenarios()) {
    for (const model::PartSpec& part : scenario.parts) {
      if (!kinds.insert(part.kind).second) continue;
      CAPTURE(part.kind);
      Run run = at(scenario, 1);
      const std::optional<PartStory> before = story_of(run.track(), part.id);
      for (const tutor::Knob& one : before->knobs) {
        CAPTURE(one.parameter);
        const double value = one.more ? *one.more : *one.less;
        const auto faults = set_parameter(run, 0, part.id, one.parameter, value);
        const std::optional<PartStory> after = story_of(run.track(), part.id);
        if (!faults.empty()) {
          CHECK(knob(*after, one.parameter).value == one.value);
          continue;
        }
        CHECK(knob(*after, one.parameter).value != one.value);
        const std::string words = last_change_in_words(run.track());
        CHECK(words.starts_with(part.label + ": "));
        CHECK(words.find("→") != std::string::npos);
        CHECK(words.find('_') == std::string::npos);
        const std::vector<tutor::TimeMark> marks = marks_of(run.track());
        CHECK(std::any_of(marks.begin(), marks.end(), [&words](const tutor::TimeMark& mark) {
          return mark.by_hand && mark.words == words && mark.at_s == 1;
        }));
      }
    }
  }
  CHECK(kinds.size() == model::part_kinds().size());
}

TEST_CASE("a part that is slowed runs slower until it has its full speed again") {
  Run run = at(taught().scenario, 2);
  const std::string app = part_of_kind(run, "app_server").id;
  std::optional<PartStory> story = story_of(run.track(), app);
  REQUIRE(story->slow);
  REQUIRE(set_parameter(run, 0, app, tutor::kSlowness, *story->slow).empty());
  story = story_of(run.track(), app);
  CHECK_FALSE(story->slow);
  REQUIRE(story->full_speed);
  const std::uint64_t before = run.system().parts()[story->place].left;
  go(run, 4);
  Run untouched = at(taught().scenario, 4);
  CHECK(run.system().parts()[story->place].left - before <
        untouched.system().parts()[story->place].left - before);
  REQUIRE(set_parameter(run, 0, app, tutor::kSlowness, *story->full_speed).empty());
  CHECK(story_of(run.track(), app)->slow);
}

TEST_CASE(
    "a value set by hand is not set before that moment, and gone when something else is done") {
  Run run = at(taught().scenario, 10);
  const std::string app = part_of_kind(run, "app_server").id;
  const auto workers = [&] { return knob(*story_of(run.track(), app), "workers").value; };
  const std::string plain = workers();
  REQUIRE(set_parameter(run, 0, app, "workers", 77).empty());
  const std::string changed = workers();
  CHECK(changed != plain);
  go(run, 15);
  CHECK(workers() == changed);
  go(run, 5);
  CHECK(workers() == plain);
  CHECK(would_be_lost(run.track()).find("→ 77") != std::string::npos);
  CHECK_FALSE(run.touched());
  go(run, 12);
  CHECK(workers() == changed);
  go(run, 5);
  REQUIRE(set_parameter(run, 0, app, "queue_limit", 7).empty());
  CHECK(would_be_lost(run.track()).empty());
  go(run, 12);
  CHECK(workers() == plain);
}

TEST_CASE("what is set to what it is already is no change") {
  Run run = at(taught().scenario, 2);
  const model::PartSpec& app = part_of_kind(run, "app_server");
  const model::ParameterInfo& workers =
      *model::find_parameter(model::kind_info(app.kind), "workers");
  REQUIRE(set_parameter(run, 0, app.id, "workers", tutor::setting_of(workers, app).number).empty());
  CHECK_FALSE(run.touched());
}

TEST_CASE(
    "presses of one button while the run stands are one mark, from the first value to the last") {
  Run run = at(taught().scenario, 3);
  const std::string app = part_of_kind(run, "app_server").id;
  for (const double workers : {70.0, 80.0, 90.0}) {
    REQUIRE(set_parameter(run, 0, app, "workers", workers).empty());
  }
  int changes = 0;
  for (const tutor::TimeMark& mark : marks_of(run.track())) {
    if (mark.kind != tutor::TimeMark::Kind::change || !mark.by_hand) continue;
    ++changes;
    CHECK(mark.words.ends_with("→ 90"));
    CHECK(mark.words.find("70") == std::string::npos);
  }
  CHECK(changes == 1);
}

TEST_CASE("traffic that was changed by hand is marked in words: who, from what, to what") {
  Run run = at(taught().scenario, 3);
  REQUIRE(tutor::set_traffic(run, 2).empty());
  const std::string& users = part_of_kind(run, "clients").label;
  CHECK(last_change_in_words(run.track()) == users + ": traffic 1× → 2×");
}

TEST_CASE("of two systems in step a part's own values are set in one, what users bring in both") {
  Run run;
  tutor::begin(run, Run::Purpose::compare, "Before", taught().scenario, 1);
  tutor::add_track(run, "After", lesson::fixed_scenario(taught()), 1);
  go(run, 2);
  const auto value = [&run](std::size_t track, std::string_view kind, std::string_view name) {
    const std::string id = part_of_kind(run, kind).id;
    return knob(*story_of(run.tracks[track], id), name).value;
  };
  const std::string before = value(0, "app_server", "queue_limit");
  const std::string app = part_of_kind(run, "app_server").id;
  REQUIRE(set_parameter(run, 1, app, "queue_limit", 33).empty());
  CHECK(value(0, "app_server", "queue_limit") == before);
  CHECK(value(1, "app_server", "queue_limit") != before);
  const std::string users = part_of_kind(run, "clients").id;
  REQUIRE(set_parameter(run, 1, users, "tries", 2).empty());
  CHECK(value(0, "clients", "tries") == value(1, "clients", "tries"));
}

TEST_CASE("a part that only the second system has is told with that system's numbers") {
  int told = 0;
  for (const std::string& file : stage_files()) {
    const lesson::Lesson lesson = lesson::read_lesson(read_text(file), file).lesson;
    const model::Scenario fixed = lesson::fixed_scenario(lesson);
    Run run;
    tutor::begin(run, Run::Purpose::compare, "Before", lesson.scenario, 1);
    tutor::add_track(run, "After", fixed, 1);
    go(run, 5);
    for (const model::PartSpec& part : fixed.parts) {
      if (story_of(run.track(), part.id)) continue;
      CAPTURE(part.id);
      const std::optional<PartStory> story = story_of(run.tracks[1], part.id);
      REQUIRE(story);
      CHECK(story->label == part.label);
      const auto places = static_cast<std::ptrdiff_t>(story->place);
      CHECK(fixed.parts.begin()[places].id == part.id);
      ++told;
    }
  }
  CHECK(told > 0);
}

TEST_CASE(
    "what cannot be set is refused in words, and the reason goes when something else is done") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  Run& run = tutor.at.run;
  const model::PartSpec app = part_of_kind(run, "app_server");
  act(tutor, tutor::SelectPart{0, app.id});
  const auto refused = [&](std::string_view name, double value) {
    act(tutor, tutor::SetParameter{0, app.id, std::string(name), value});
    return run.refused;
  };
  for (const double value : {-1.0, 1e9, std::nan(""), std::numeric_limits<double>::infinity()}) {
    const std::string why = refused("workers", value);
    CHECK(why.starts_with("Not done: " + app.label + ": workers must be from"));
    CHECK(tutor.notice.text == why);
  }
  CHECK_FALSE(refused("no such thing", 1).empty());
  CHECK_FALSE(refused("machine", 0).empty());
  CHECK_FALSE(refused("call_order", 9).empty());
  CHECK_FALSE(run.touched());
  CHECK(refused("workers", 12).empty());
  CHECK(tutor.notice.text ==
        app.label + ": " + last_change_in_words(run.track()).substr(app.label.size() + 2) + ".");
  CHECK(run.touched());
  CHECK_FALSE(refused("workers", -1).empty());
  act(tutor, tutor::SelectPart{});
  CHECK(run.refused.empty());
  act(tutor, tutor::SetParameter{7, app.id, "workers", 3});
  act(tutor, tutor::SetParameter{-1, app.id, "workers", 3});
  CHECK(run.refused.empty());
}

TEST_CASE("where nothing may be touched it is said why") {
  Run run = at(taught().scenario, 1);
  CHECK(why_untouchable(run).empty());
  for (const Run::Purpose purpose : {Run::Purpose::look, Run::Purpose::challenge}) {
    run.purpose = purpose;
    CHECK_FALSE(why_untouchable(run).empty());
  }
}
