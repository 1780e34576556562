// Systems in small: what they hold, what is new, and what is in trouble.
#include "tutor/sketch.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/tutor/lessons.h"
#include "tutor/tutor.h"

namespace {

using namespace tenfold::tutor;
namespace model = tenfold::model;

Tutor taught(const char* file) {
  Tutor tutor;
  add_lesson(tutor, tenfold::test::read_text(file), file);
  return tutor;
}

}  // namespace

TEST_CASE("a stage's mended system marks as new what its failing one had not, and nothing else") {
  const Tutor tutor = taught("lessons/stage-03.json");
  const StageEntry& entry = tutor.lessons.front();
  REQUIRE_FALSE(entry.failing.parts.empty());
  for (const SketchPart& part : entry.failing.parts) CHECK_FALSE(part.is_new);
  for (const SketchPart& part : entry.mended.parts) {
    const bool was_there =
        std::any_of(entry.failing.parts.begin(), entry.failing.parts.end(),
                    [&](const SketchPart& other) { return other.id == part.id; });
    CAPTURE(part.id);
    CHECK(part.is_new != was_there);
  }
}

TEST_CASE("who suffers is down where the scenario kills it, and overloaded elsewhere") {
  const Tutor tutor = taught("lessons/stage-03.json");
  model::Scenario scenario = tutor.lessons.front().lesson.scenario;
  scenario.changes.clear();
  Sketch sketch = sketch_of(scenario, scenario);
  const std::string id = sketch.parts.front().id;
  mark_sufferers(sketch, scenario, {id});
  CHECK(sketch.parts.front().health == model::Health::overloaded);
  CHECK(words_of(sketch).find("(overloaded)") != std::string::npos);
  scenario.changes.push_back({.at_s = 1, .change = {.part = id, .setting = {}}});
  mark_sufferers(sketch, scenario, {id});
  CHECK(sketch.parts.front().health == model::Health::down);
}
