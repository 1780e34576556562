// The challenge's debrief as a learner meets it: each line that names a moment leads there.
#include <algorithm>

#include "tests/ui/bench.h"
#include "tutor/facts.h"

namespace {

using namespace tenfold::test;
namespace tutor = tenfold::tutor;

// The button of a line, whose name goes on with what the line is about.
const Node* way_of(const Bench& bench, const tutor::DebriefLine& line) {
  const std::string label = "Go to " + tutor::show_clock(*line.at_s) + ": ";
  for (const Node& node : bench.nodes()) {
    if (node.role != Role::button || !node.name.starts_with(label)) continue;
    if (line.text.starts_with(std::string_view(node.name).substr(label.size()))) return &node;
  }
  return nullptr;
}

void press(Bench& bench, const Node* node) {
  REQUIRE(node != nullptr);
  CHECK(node->disabled == 0);
  bench.input.activated.push_back(node->id);
  bench.frame();
}

void run_challenge(Bench& bench) {
  bench.open(Step::challenge);
  bench.act(tutor::RunChallenge{});
  bench.act(tutor::FinishRun{});
  bench.go_on();
  bench.draw();
  REQUIRE(bench.tutor.at.challenge.ran);
}

}  // namespace

TEST_CASE("a line of the debrief leads to its moment and its part, and the verdict stays") {
  Bench bench;
  run_challenge(bench);
  const tutor::ChallengeState judged = bench.tutor.at.challenge;
  int parts = 0;
  for (const tutor::DebriefLine& line : judged.debrief) {
    CAPTURE(line.text);
    if (!line.at_s) continue;
    // Twice: what is picked out already stays so.
    for (int i = 0; i < 2; ++i) {
      press(bench, way_of(bench, line));
      const tutor::Run& run = bench.tutor.at.run;
      CHECK(run.now() == tenfold::sim::from_seconds(*line.at_s));
      CHECK_FALSE(run.is_moving());
      if (!line.part.empty()) CHECK(run.selected == tutor::Selection{0, line.part});
    }
    parts += line.part.empty() ? 0 : 1;
    CHECK(bench.tutor.at.challenge.ran);
    CHECK(bench.tutor.at.challenge.met == judged.met);
    CHECK(bench.tutor.at.challenge.verdict == judged.verdict);
  }
  CHECK(parts > 0);
}

TEST_CASE("a line without a moment leads nowhere") {
  Bench bench;
  run_challenge(bench);
  const auto& lines = bench.tutor.at.challenge.debrief;
  const auto ways = std::count_if(bench.nodes().begin(), bench.nodes().end(), [](const Node& node) {
    return node.role == Role::button && node.name.starts_with("Go to ") &&
           node.name.find(": ") != std::string::npos;
  });
  CHECK(ways == std::count_if(lines.begin(), lines.end(), [](const tutor::DebriefLine& line) {
          return line.at_s.has_value();
        }));
}

TEST_CASE("the debrief's ways are closed while another run than its own is on screen") {
  Bench bench;
  run_challenge(bench);
  const auto closed = [&] {
    bench.draw();
    bool all = true;
    for (const tutor::DebriefLine& line : bench.tutor.at.challenge.debrief) {
      if (!line.at_s) continue;
      const Node* way = way_of(bench, line);
      REQUIRE(way != nullptr);
      all = all && way->disabled != 0;
    }
    return all;
  };
  CHECK_FALSE(closed());
  const int chosen = bench.tutor.at.challenge.chosen[0];
  bench.act(tutor::Choose{0, chosen == 0 ? 1 : 0});
  CHECK(closed());
  bench.act(tutor::Proceed{});
  CHECK(bench.tutor.at.run.purpose == tutor::Run::Purpose::worse);
  bench.go_on();
  bench.act(tutor::FinishRun{});
  bench.go_on();
  CHECK(closed());
}
