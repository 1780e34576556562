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
    if (!kind_info(state.kind).takes_calls) continue;
    CHECK(state.in_service == 0);
    CHECK(state.waiting == 0);
    if (state.left == 0) continue;
    sim::test::check_exactly("Little's law at " + state.id + " (" + state.kind + "): L",
                             state.mean_rate_rps * state.mean_time_ms / 1e3, state.mean_in_system);
  }
}

TEST_CASE(
    "at any moment, who is at a part waits, is worked on or awaits others, for as long as "
    "counted") {
  const Scenario scenario = every_kind();
  System system(scenario, 1);
  std::uint64_t seen = 0;
  for (double at_s = 0.25; at_s < scenario.duration_s; at_s += 1.37) {
    system.run_until(sim::from_seconds(at_s));
    const std::vector<PartState> parts = system.parts();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const PartState& state = parts[i];
      CAPTURE(state.id);
      CAPTURE(at_s);
      const Inside inside = system.inside(i);
      if (!kind_info(state.kind).takes_calls) {
        CHECK(inside.calls == 0);
        continue;
      }
      CHECK(inside.calls == state.in_service + state.waiting);
      if (state.queue_limit > 0) CHECK(inside.waiting == state.waiting);
      std::uint64_t awaiting = 0;
      for (const std::uint32_t some : inside.awaiting) awaiting += some;
      CHECK(inside.waiting + inside.working + awaiting >= inside.calls);
      seen += awaiting;
      const double spent_s = static_cast<double>(state.left) * state.mean_time_ms / 1e3;
      CHECK(spent_s + inside.spent_s ==
            doctest::Approx(state.mean_in_system * sim::to_seconds(system.now())).epsilon(1e-9));
    }
  }
  CHECK(seen > 0);
}

}  // namespace tenfold::model::test
