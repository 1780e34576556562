// The strip below the diagram and the waterfall, as a learner meets them: by handle, by mark, by
// button.
#include "ui/timeline.h"

#include <algorithm>

#include "tests/ui/bench.h"
#include "tutor/facts.h"
#include "tutor/time_marks.h"

namespace {

using namespace tenfold::test;
using tenfold::ui::node_id;

void move_to(Bench& bench, double at_s) {
  bench.input.changed.push_back({node_id("timeline"), at_s, ""});
  for (const Action& action : bench.draw().actions) bench.act(action);
  tenfold::tutor::advance(bench.tutor, 0, tenfold::tutor::kNoLimit);
  bench.draw();
}

const Node* handle(const Bench& bench) { return bench.find(Role::slider, "Moment of the run"); }

void at_the_end(Bench& bench) {
  bench.open(Step::run);
  bench.act(tenfold::tutor::FinishRun{});
  tenfold::tutor::advance(bench.tutor, 0, tenfold::tutor::kNoLimit);
  bench.draw();
}

}  // namespace

TEST_CASE("the handle goes to any moment, back and on, and says which it is") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    at_the_end(bench);
    for (const double at_s : {12.0, 40.5, 3.0, 1e9}) {
      move_to(bench, at_s);
      const double now_s = tenfold::sim::to_seconds(bench.tutor.at.run.now());
      CHECK(now_s == std::min(at_s, tenfold::sim::to_seconds(bench.tutor.at.run.end())));
      REQUIRE(handle(bench) != nullptr);
      CHECK(handle(bench)->now == now_s);
      CHECK(handle(bench)->value.starts_with(tenfold::tutor::show_clock(now_s)));
    }
  }
}

TEST_CASE("every mark is a target of its own and leads to its moment") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    at_the_end(bench);
    const auto marks = tenfold::tutor::marks_of(bench.tutor.at.run.track());
    REQUIRE(marks.size() >= 2);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const std::uint32_t id = node_id("timeline/mark" + std::to_string(i));
      const auto& nodes = bench.nodes();
      const auto node =
          std::find_if(nodes.begin(), nodes.end(), [id](const Node& one) { return one.id == id; });
      REQUIRE(node != nodes.end());
      CHECK(node->rect.width >= 24);
      CHECK(node->rect.height >= 24);
      CHECK(node->name.find(marks[i].words) != std::string::npos);
      bench.input.activated.push_back(id);
      for (const Action& action : bench.draw().actions) bench.act(action);
      tenfold::tutor::advance(bench.tutor, 0, tenfold::tutor::kNoLimit);
      CHECK(tenfold::sim::to_seconds(bench.tutor.at.run.now()) == marks[i].at_s);
      bench.draw();
    }
  }
}

TEST_CASE("a request is told as a table of its parts, and put away again") {
  for (const Viewport& screen : {kScreens[0], kScreens[4]}) {
    Bench bench;
    bench.viewport = screen;
    at_the_end(bench);
    bench.draw();
    // On a wide screen they stand with the plots, on a narrow one in the column.
    if (bench.find(Role::button, "Details") != nullptr) {
      bench.press("Details");
      bench.draw();
    }
    for (const std::string_view name : tenfold::tutor::kWantedNames) {
      CAPTURE(name);
      bench.press("One request told: " + std::string(name));
      bench.draw();
      CHECK(bench.find(Role::heading, "Where one request’s time went") != nullptr);
      CHECK(bench.find(Role::table, "Where one request’s time went") != nullptr);
      bench.press("Close the request");
      bench.draw();
      CHECK(bench.find(Role::heading, "Where one request’s time went") == nullptr);
    }
  }
}
