// Little's law, L = λW, and its exact form: on a run that drains, the time that all calls spent at
// a part is the number of calls there, integrated over time. For every kind of part, in a run in
// which nearly every one of them dies and comes back.
#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "../sim/theory_row.h"
#include "lesson/reader.h"
#include "model/catalogue.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

Scenario every_kind() {
  std::ifstream file("tests/fuzz/corpus/every_kind.json");
  std::ostringstream text;
  text << file.rdbuf();
  const lesson::ReadScenario read = lesson::read_scenario(text.str(), "every_kind.json");
  for (const lesson::FileFault& fault : read.faults) FAIL_CHECK(lesson::to_line(fault));
  return read.scenario;
}

// Kinds through which no calls pass, so that nothing spends time in them.
bool has_no_calls(std::string_view kind) {
  return kind_info(kind).is_machine || kind == "autoscaler";
}

}  // namespace

TEST_CASE("the scenario of every kind has every kind") {
  std::set<std::string> kinds;
  for (const PartSpec& spec : every_kind().parts) kinds.insert(spec.kind);
  for (const KindInfo* kind : part_kinds()) {
    CAPTURE(std::string(kind->name));
    CHECK(kinds.contains(std::string(kind->name)));
  }
}

TEST_CASE("at every part, times add up to the number in it over time, deaths or not") {
  const System system = run(every_kind());
  CHECK(system.totals().in_flight == 0);
  CHECK(system.totals().counts.offered > 1'000);
  for (const PartState& state : system.parts()) {
    if (has_no_calls(state.kind)) continue;
    CHECK(state.in_service == 0);
    CHECK(state.waiting == 0);
    if (state.left == 0) continue;
    sim::test::check_exactly("Little's law at " + state.id + " (" + state.kind + "): L",
                             state.mean_rate_rps * state.mean_time_ms / 1e3, state.mean_in_system);
  }
}

}  // namespace tenfold::model::test
