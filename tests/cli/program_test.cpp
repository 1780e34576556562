// The headless program as a user on a command line meets it.
#include "cli/program.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tenfold;
using Json = nlohmann::json;

constexpr std::string_view kSmall = "tests/lesson/small_lesson.json";

cli::Outcome run(const std::vector<std::string_view>& words) { return cli::run(words); }

Json json_of(const cli::Outcome& outcome) {
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  Json json = Json::parse(outcome.out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help lists every command") {
  const cli::Outcome help = run({"help"});
  CHECK(help.exit_code == 0);
  for (const char* command : {"check", "simulate", "ablation", "signature"}) {
    CHECK(has(help.out, std::string("tenfold ") + command));
  }
}

TEST_CASE("bad input is one line on stderr, exit code 2 and nothing on stdout") {
  const std::vector<std::pair<std::vector<std::string_view>, std::string_view>> cases = {
      {{}, "needs a command"},
      {{"chek"}, "there is no command \"chek\""},
      {{"check"}, "needs a path"},
      {{"check", "nowhere"}, "nowhere: there is no lesson"},
      {{"check", "a", "b"}, "takes one path"},
      {{"simulate", "nowhere.json"}, "nowhere.json: cannot be read"},
      {{"simulate", "README.md"}, "README.md: is not valid JSON"},
      {{"simulate", kSmall, "--seed"}, "--seed needs a value"},
      {{"simulate", kSmall, "--seed", "-1"}, "--seed must be a whole number"},
      {{"simulate", kSmall, "--duration", "nan"}, "--duration must be a number"},
      {{"simulate", kSmall, "--sed", "1"}, "there is no option \"--sed\""},
      {{"simulate", kSmall, "--set", "app.wokers=3"}, "did you mean \"workers\"?"},
      {{"simulate", kSmall, "--set", "app.workers=0"}, "must be between 1 and"},
      {{"simulate", kSmall, "--set", "app.workers"}, "--set app.workers"},
      {{"simulate", kSmall, "--variant", "scale-op"}, "did you mean \"scale-up\"?"},
      {{"simulate", kSmall, "--warmup", "20"}, "nothing is left after the warm-up"},
      {{"ablation", kSmall, "--stage", "4"}, "has no stage 4"},
      {{"ablation", kSmall, "--seeds", "0"}, "--seeds must be a whole number"},
      {{"signature", "lessons/scenario.schema.json"}, "lessons/scenario.schema.json /"},
  };
  for (const auto& [words, reason] : cases) {
    const cli::Outcome outcome = cli::run(words);
    CAPTURE(outcome.err);
    CHECK(outcome.exit_code == cli::kExitBadInput);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, reason));
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  }
}

TEST_CASE("a sound lesson passes the check, a broken one has every fault listed") {
  const cli::Outcome good = run({"check", kSmall});
  CHECK(good.exit_code == 0);
  CHECK(good.out == "1 lesson, 0 faults\n");

  const cli::Outcome broken = run({"check", "lessons/lesson.schema.json"});
  CHECK(broken.exit_code == cli::kExitFaults);
  CHECK(has(broken.out, "lessons/lesson.schema.json /id: is missing\n"));
  CHECK(has(broken.out, "lessons/lesson.schema.json /scenario: is missing\n"));
}

TEST_CASE("a simulation writes what it measured, and repeats itself for the same seed") {
  const cli::Outcome first = run({"simulate", kSmall});
  const Json json = json_of(first);
  CHECK(json["scenario"] == "overload");
  CHECK(json["requests"]["offered"] > 0);
  std::uint64_t reasons = 0;
  for (const auto& [name, count] : json["requests"]["by_reason"].items()) {
    reasons += count.get<std::uint64_t>();
  }
  CHECK(reasons == json["requests"]["failed"]);
  CHECK(json["latency_ms"]["p50"] <= json["latency_ms"]["p99"]);
  CHECK(json["goals"][0]["met"] == false);
  CHECK(json["parts"].size() == 3);

  CHECK(run({"simulate", kSmall}).out == first.out);
  CHECK(run({"simulate", kSmall, "--seed", "2"}).out != first.out);
}

TEST_CASE("a simulation can be changed from the command line") {
  const Json fixed = json_of(run({"simulate", kSmall, "--variant", "scale-up"}));
  CHECK(fixed["goals"][0]["met"] == true);
  const Json set = json_of(run({"simulate", kSmall, "--set", "box.size=general-8"}));
  CHECK(set["log_hash"] == fixed["log_hash"]);
  const Json shorter = json_of(run({"simulate", kSmall, "--duration", "10", "--warmup", "5"}));
  CHECK(shorter["from_s"] == 5);
  CHECK(shorter["to_s"] == 10);
}

TEST_CASE("a simulation says how sure its means are, and when the run is too short to tell") {
  const Json once = json_of(run({"simulate", kSmall, "--duration", "5"}));
  CHECK(once["estimates"]["method"] == "batch means");
  CHECK(once["estimates"]["too_short"] == true);

  const Json often =
      json_of(run({"simulate", kSmall, "--variant", "scale-up", "--replications", "8"}));
  CHECK(often["estimates"]["method"] == "replications");
  CHECK(often["estimates"]["too_short"] == false);
  const Json& throughput = often["estimates"]["values"]["throughput_rps"];
  CHECK(throughput["half_width"] > 0);
  CHECK(throughput["mean"].get<double>() == doctest::Approx(300).epsilon(0.05));
}

TEST_CASE("the matrix tells which variants meet the goals, as a table and as JSON") {
  const cli::Outcome outcome = run({"ablation", kSmall, "--seeds", "3"});
  const Json json = Json::parse(outcome.out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  const Json& lesson = json["lessons"][0];
  REQUIRE(lesson["variants"].size() == 4);
  for (const Json& row : lesson["variants"]) {
    const bool should = row["role"] == "fix" || row["role"] == "solution";
    CHECK(row["met"] == (should ? 3 : 0));
    CHECK(row["as_taught"] == true);
    CHECK(has(outcome.err, row["label"].get<std::string>()));
  }
  // The small lesson fails at once: there is nothing to read before the failure.
  CHECK(lesson["warning"]["as_taught"] == false);
  CHECK(lesson["as_taught"] == false);
  CHECK(outcome.exit_code == cli::kExitFaults);
}

TEST_CASE("the signature is one number, the same each time") {
  const cli::Outcome outcome = run({"signature", kSmall});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.find_first_not_of("0123456789\n") == std::string::npos);
  CHECK(run({"signature", kSmall}).out == outcome.out);
}
