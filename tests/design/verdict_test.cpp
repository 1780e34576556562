// Verdicts: what is met, what a design can lose, and what it did not need.
#include "design/verdict.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "design/interviewer.h"
#include "tests/design/problems.h"

namespace {

using namespace tenfold;

// Puts a part into the first link of those that begin so; it must be there.
void insert(model::Scenario& design, model::PartSpec part, std::string_view from,
            std::string_view to = {}) {
  const auto link = std::find_if(design.links.begin(), design.links.end(), [&](const auto& one) {
    return one.from == from && (to.empty() || one.to == to);
  });
  REQUIRE(link != design.links.end());
  const model::LinkSpec on{part.id, link->to};
  link->to = part.id;
  design.links.push_back(on);
  design.parts.push_back(std::move(part));
}

// The database's side of a server.
std::string data_of(const model::Scenario& design, std::string_view server) {
  constexpr std::string_view kData[] = {"database", "cache", "replica_set", "shards"};
  for (const model::LinkSpec& link : design.links) {
    if (link.from != server) continue;
    for (const model::PartSpec& part : design.parts) {
      if (part.id == link.to &&
          std::find(std::begin(kData), std::end(kData), part.kind) != std::end(kData)) {
        return part.id;
      }
    }
  }
  return "";
}

// A limit that limits nothing, a bulkhead that holds nothing back, and a store of sessions that
// nobody has, or a second bulkhead.
std::vector<std::string> add_needless(lesson::Problem& problem, lesson::Level& level) {
  for (const char* kind : {"rate_limiter", "bulkhead", "session_store"}) {
    problem.palette.emplace_back(kind);
  }
  model::Scenario& design = level.reference;
  const std::string users = level.world.parts.front().id;
  std::vector<std::string> servers;
  bool has_sessions = false;
  for (const model::PartSpec& part : design.parts) {
    has_sessions = has_sessions || part.kind == "session_store";
    if (part.kind == "app_server" && !data_of(design, part.id).empty()) servers.push_back(part.id);
  }
  insert(design,
         {.id = "open",
          .kind = "rate_limiter",
          .settings = {{"rate_rps", 1e6, ""}, {"burst", 1e6, ""}}},
         users);
  const model::PartSpec wide{.id = "wide", .kind = "bulkhead", .settings = {{"at_once", 1e6, ""}}};
  insert(design, wide, servers.front(), data_of(design, servers.front()));
  if (has_sessions) {
    model::PartSpec second = wide;
    second.id = "spare";
    insert(design, second, servers.back(), data_of(design, servers.back()));
  } else {
    design.parts.push_back({.id = "spare", .kind = "session_store"});
    design.links.push_back({servers.front(), "spare"});
  }
  for (model::Goal& goal : level.world.goals) {
    if (goal.metric == model::Metric::cost_month) goal.limit += 50;
  }
  return {"open", "spare", "wide"};
}

std::vector<std::string> needless_of(const design::Verdict& verdict) {
  std::vector<std::string> parts;
  for (const design::Needless& one : verdict.needless()) parts.push_back(one.part);
  std::sort(parts.begin(), parts.end());
  return parts;
}

// The level at which each problem has its idea; the first is one box nearly everywhere.
void check_needless(lesson::Problem problem, std::size_t index) {
  CAPTURE(problem.id);
  CAPTURE(index);
  lesson::Level level = problem.levels[index];
  const std::vector<std::string> added = add_needless(problem, level);
  design::Verdict verdict(problem, level, level.reference);
  for (const design::Lack& lack : verdict.lacks()) MESSAGE(lack.text);
  test::finish(verdict);
  CHECK(verdict.is_met());
  CHECK(needless_of(verdict) == added);
}

}  // namespace

TEST_CASE("a design with three needless parts is told just those, in every problem") {
  for (const lesson::Problem& problem : test::problems()) check_needless(problem, 1);
}

TEST_CASE("the same at the highest levels (minutes: by hand)" * doctest::skip()) {
  for (const lesson::Problem& problem : test::problems()) {
    check_needless(problem, problem.levels.size() - 1);
  }
}

TEST_CASE("a verdict tells how often each goal is met, the worst run's moment, and the cost") {
  const lesson::Problem problem = test::problem("booking");
  const lesson::Level& level = problem.levels[0];
  design::Verdict verdict(problem, level, level.tempting[0].design);  // one box
  const std::size_t first = verdict.trials().size();
  CHECK(first == design::kVerdictSeeds);
  test::finish(verdict);
  CHECK_FALSE(verdict.is_met());
  CHECK(verdict.met() == 0);
  REQUIRE(verdict.goals().size() == level.world.goals.size());
  CHECK(verdict.goals()[0].met == 0);
  CHECK(verdict.goals()[2].met == design::kVerdictSeeds);
  CHECK(verdict.worst_at_s() >= 60);  // when the box dies
  CHECK(verdict.cost() == 30);
  CHECK(verdict.needless().empty());
  CHECK(verdict.runs_made() > first);
  CHECK(verdict.runs_at_most() == verdict.runs_made());
}

TEST_CASE("what a design can lose survives, and what it cannot does not") {
  const lesson::Problem problem = test::problem("booking");
  const lesson::Level& level = problem.levels[0];
  const auto survivors = [&](const model::Scenario& design) {
    design::Verdict verdict(problem, level, design);
    test::finish(verdict);
    return std::count_if(verdict.spares().begin(), verdict.spares().end(),
                         [](const auto& spare) { return spare.survives; });
  };
  CHECK(survivors(level.reference) == 2);
  CHECK(survivors(level.tempting[0].design) == 0);
}

TEST_CASE("a balancer's stand-by that nothing in the level asks for is named with its price") {
  const lesson::Problem problem = test::problem("link-shortener");
  const lesson::Level& level = problem.levels[1];
  model::Scenario design = level.reference;
  for (model::PartSpec& part : design.parts) {
    if (part.id == "lb") model::put_setting(part, {"standby", 1, ""});
  }
  design::Verdict verdict(problem, level, design);
  test::finish(verdict);
  REQUIRE(verdict.needless().size() == 1);
  CHECK(verdict.needless()[0].part == "lb");
  CHECK(verdict.needless()[0].saves == doctest::Approx(16));
}

TEST_CASE("a smaller machine that will do is named with what it saves") {
  const lesson::Problem problem = test::problem("booking");
  lesson::Level level = problem.levels[0];
  for (model::Goal& goal : level.world.goals) {
    if (goal.metric == model::Metric::cost_month) goal.limit = 1000;
  }
  model::Scenario design = level.reference;
  for (model::PartSpec& part : design.parts) {
    if (part.id == "box-a") model::put_setting(part, {"size", 0, "general-4"});
  }
  design::Verdict verdict(problem, level, design);
  test::finish(verdict);
  REQUIRE(verdict.needless().size() == 1);
  CHECK(verdict.needless()[0].part == "box-a");
  CHECK(verdict.needless()[0].saves == doctest::Approx(110));
}

TEST_CASE("an interviewer names the question that was not asked, and praises who stopped") {
  const lesson::Problem problem = test::problem("booking");
  design::Talk talk{.asked = {}, .sums_tried = 2, .sums_right = 2, .is_met = true, .cost = 60};
  for (const lesson::Ask& ask : problem.asks) talk.asked.push_back(ask.id);
  const auto all = design::interviewers_words(problem, problem.levels[0], talk);
  talk.asked.clear();
  const auto less = design::interviewers_words(problem, problem.levels[0], talk);
  CHECK(less.size() == all.size() + 2);  // three that matter, and no praise for asking
  CHECK(all.front().find("asked") != std::string::npos);
  talk.is_met = false;
  CHECK(design::interviewers_words(problem, problem.levels[0], talk).size() < less.size());
}
