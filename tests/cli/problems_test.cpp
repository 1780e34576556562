// Design problems from the command line: faults with their places, the proof, a verdict.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;
using Json = nlohmann::json;

constexpr std::string_view kBooking = "lessons/problems/booking.json";

cli::Outcome run(const std::vector<std::string_view>& words) { return cli::run(words); }

Json json_of(const cli::Outcome& outcome) {
  Json json = Json::parse(outcome.out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

}  // namespace

TEST_CASE("a problem broken in one place is told of with its file, place and reason") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / "tenfold-problems-test";
  std::filesystem::create_directories(folder / "problems");
  const std::string lesson = (folder / "stage-01.json").string();
  const std::string file = (folder / "problems" / "booking.json").string();
  std::ofstream(lesson) << test::small_lesson();
  const std::string sound = test::read_text(std::string(kBooking));
  const auto told = [&](const std::string& from, const std::string& to) {
    std::ofstream(file) << test::with(sound, from, to);
    return run({"check", folder.string()}).out;
  };
  CHECK(told("\"par\": 60", "\"par\": -1").find(file + " /levels/0/par: ") != std::string::npos);
  CHECK(told("\"palette\": [\"machine\", \"app_server\", \"database\"",
             "\"palette\": [\"machine\", \"app_server\"")
            .find(file + " /levels/0/reference: Data A is not on offer") != std::string::npos);
  CHECK(told("\"problem\": \"booking\"", "\"problem\": \"booked\"")
            .find(file + " /problem: must be the file's name") != std::string::npos);
  CHECK(told("\"booking\"", "\"booking\"").find(file) == std::string::npos);
  std::filesystem::remove_all(folder);
}

TEST_CASE("the proof of a problem tells which designs meet each level's goals") {
  const cli::Outcome outcome = run({"ablation", kBooking, "--seeds", "2", "--level", "monday"});
  CHECK(outcome.exit_code == 0);
  const Json json = json_of(outcome);
  const Json& rows = json["problems"][0]["variants"];
  CHECK(rows[0]["id"] == "reference");
  for (const Json& row : rows) {
    CHECK(row["as_taught"] == true);
    const bool should_meet = row["id"] == "reference" || row["id"] == "calm" ||
                             row["id"] == "before";  // which is the point of that level
    CHECK(row["met"] == (should_meet ? 2 : 0));
  }
  CHECK(run({"ablation", kBooking, "--level", "x9"}).exit_code == cli::kExitBadInput);
}

TEST_CASE(
    "a verdict tells what a level's reference survives, and of a design that cannot be tried") {
  const Json json = json_of(run({"verdict", kBooking}));
  CHECK(json["met"] == 20);
  CHECK(json["needless"].empty());
  CHECK(json["survives"].size() == 2);
  const cli::Outcome lacking =
      run({"verdict", kBooking, "--design", "lessons/scenarios/stage-01-before.json"});
  CHECK(lacking.exit_code == cli::kExitFaults);
  CHECK_FALSE(lacking.out.empty());
  CHECK(run({"verdict", "lessons"}).exit_code == cli::kExitBadInput);
}
