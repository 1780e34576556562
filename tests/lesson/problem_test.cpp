// Problem files: read whole, or refused with the place and the reason; and what a level starts
// from.
#include "lesson/problem.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lesson/another.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

std::string one_problem() { return test::read_text("lessons/problems/link-shortener.json"); }

// The first line that the problem with one passage replaced is refused with.
std::string fault_with(const std::string& from, const std::string& to) {
  const auto read = lesson::read_problem(test::with(one_problem(), from, to), "p.json");
  return read.faults.empty() ? "" : to_line(read.faults[0]);
}

const model::PartSpec* find(const model::Scenario& scenario, std::string_view id) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [id](const auto& part) { return part.id == id; });
  return found == scenario.parts.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a problem is read whole") {
  const lesson::ReadProblem read = lesson::read_problem(one_problem(), "p.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  const lesson::Problem& problem = read.problem;
  CHECK(std::count_if(problem.asks.begin(), problem.asks.end(),
                      [](const auto& ask) { return ask.matters; }) == 3);
  REQUIRE(problem.levels.size() == 3);
  CHECK(problem.levels[0].reference.parts.size() < problem.levels[2].reference.parts.size());
  CHECK(problem.levels[2].trouble[0].role == lesson::Trouble::Role::server);
}

TEST_CASE("a problem's author is told what is wrong, and where") {
  CHECK(fault_with("\"par\": 30,", "").find("/levels/0/par: is missing") != std::string::npos);
  CHECK(fault_with("\"role\": \"primary\"", "\"role\": \"boss\"").find("/role: must be one of") !=
        std::string::npos);
  CHECK(
      fault_with("\"changes\": \"the load", "\"change\": \"the load").find("/questions/0/change") !=
      std::string::npos);
  CHECK(fault_with("\"like\": \"app1\"", "\"like\": \"app7\"").find("names \"app7\"") !=
        std::string::npos);
  CHECK(fault_with("\"of\": \"users\"", "\"of\": \"nobody\"").find("must name a clients part") !=
        std::string::npos);
  CHECK(fault_with("{\"cpu_ms\": 1,", "{\"cpu\": 1,").find("/given/app_server/cpu") !=
        std::string::npos);
  CHECK(fault_with("{", "[").starts_with("p.json"));
}

TEST_CASE("another part like one has its links and settings, and a machine of its own") {
  const lesson::Problem problem = lesson::read_problem(one_problem(), "p.json").problem;
  model::Scenario scenario = problem.levels[1].reference;
  const std::string id = lesson::add_another(scenario, "app1");
  REQUIRE(find(scenario, id) != nullptr);
  CHECK(id == "app3");
  CHECK(find(scenario, id)->label == "App 3");
  CHECK(find(scenario, "app3-box") != nullptr);
  CHECK(model::check(scenario).empty());
  const auto links_of = [&](const std::string& part) {
    return std::count_if(scenario.links.begin(), scenario.links.end(),
                         [&](const auto& link) { return link.from == part || link.to == part; });
  };
  CHECK(links_of(id) == links_of("app1"));
  CHECK(lesson::add_another(scenario, "nobody").empty());
}

TEST_CASE("a level starts from the design before it, and people who are new are sent there too") {
  const auto read =
      lesson::read_problem(test::read_text("lessons/problems/photo-site.json"), "p.json");
  REQUIRE(read.faults.empty());
  CHECK(lesson::start_of(read.problem, 0).links.empty());
  const model::Scenario start = lesson::start_of(read.problem, 1);
  CHECK(model::check(start).empty());
  CHECK(model::find_link(start.links, "lagos>app") != nullptr);
  CHECK(start.goals == read.problem.levels[1].world.goals);
}

TEST_CASE("an estimate is right within its tolerance, by factor") {
  const lesson::Sum sum{.prompt = {}, .unit = {}, .values = {100}, .within = 1, .worked = {}};
  CHECK(lesson::is_near(sum, 100, 51));
  CHECK(lesson::is_near(sum, 100, 199));
  CHECK_FALSE(lesson::is_near(sum, 100, 49));
  CHECK_FALSE(lesson::is_near(sum, 100, 201));
  const lesson::Problem problem = lesson::read_problem(one_problem(), "p.json").problem;
  for (const lesson::Sum& asked : problem.sums) {
    CHECK(lesson::value_at(problem, asked, 2) == asked.values.back());
    CHECK((lesson::value_at(problem, asked, 0) > 0) == (asked.values.size() == 3));
  }
}
