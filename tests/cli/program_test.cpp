// The headless program as a user on a command line meets it.
#include "cli/program.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/timeline.h"

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

std::string read_small() {
  std::ifstream file{std::string(kSmall)};
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help lists every command") {
  const cli::Outcome help = run({"help"});
  CHECK(help.exit_code == 0);
  for (const char* command :
       {"check", "scenario", "simulate", "ablation", "verdict", "bench", "signature", "seeks"}) {
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
      {{"simulate", "nowhere.json"}, "nowhere.json: does not exist"},
      {{"simulate", "lessons"}, "lessons: is a folder"},
      {{"simulate", "/dev/null"}, "/dev/null: is not a regular file"},
      {{"simulate", "no\nwhere"}, "no?where: does not exist"},
      {{"simulate", kSmall, "--against", "nowhere.json"}, "nowhere.json: does not exist"},
      {{"simulate", kSmall, "--against", kSmall, "--replications", "1"}, "between 2 and"},
      {{"simulate", "README.md"}, "README.md: is not valid JSON"},
      {{"simulate", kSmall, "--seed"}, "--seed needs a value"},
      {{"bench", kSmall, "--rounds", "0"}, "--rounds must be a whole number"},
      {{"simulate", kSmall, "--seed", "-1"}, "--seed must be a whole number"},
      {{"simulate", kSmall, "--duration", "nan"}, "--duration must be a number"},
      {{"simulate", kSmall, "--sed", "1"}, "there is no option \"--sed\""},
      {{"simulate", kSmall, "--set", "app.wokers=3"}, "did you mean \"workers\"?"},
      {{"simulate", kSmall, "--set", "app.workers=0"}, "must be between 1 and"},
      {{"simulate", kSmall, "--set", "app.workers"}, "--set app.workers"},
      {{"simulate", kSmall, "--variant", "scale-op"}, "did you mean \"scale-up\"?"},
      {{"simulate", kSmall, "--warmup", "20"}, "nothing is left after the warm-up"},
      {{"ablation", kSmall, "--stage", "4"}, "has no stage 4"},
      {{"ablation", kSmall, "--variant", "none-such"}, "has no variant none-such"},
      {{"ablation", kSmall, "--seeds", "0"}, "--seeds must be a whole number"},
      {{"seeks"}, "needs a path"},
      {{"seeks", kSmall, "--moments", "0"}, "--moments must be a whole number"},
      {{"seeks", kSmall, "--stage", "4"}, "has no stage 4"},
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

namespace {

// A scenario's text with other users, parts, links, or the rest.
std::string scenario_text(std::string_view users, std::string_view app = "",
                          std::string_view links = R"({"from":"users","to":"app"})",
                          std::string_view rest = "") {
  return std::string(R"({"id":"bad","title":"Bad","duration_s":10,"parts":[)") +
         R"({"id":"users","kind":"clients","at":[0,0])" + std::string(users) + "}," +
         R"({"id":"box","kind":"machine","at":[1,0]},)" +
         R"({"id":"app","kind":"app_server","at":[1,0],"machine":"box")" + std::string(app) +
         R"(}],"links":[)" + std::string(links) + "]," + std::string(rest) +
         R"("goals":[{"metric":"good_share","at_least":0.5}]})";
}

// A file that is gone at the end of the scope. Native and web tests run side by side.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text)
      : path_((std::filesystem::temp_directory_path() /
               ("tenfold-bad-input-" + std::to_string(sizeof(void*)) + ".json"))
                  .string()) {
    std::FILE* file = std::fopen(path_.c_str(), "wb");
    REQUIRE(file != nullptr);
    CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    std::fclose(file);
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

TEST_CASE("a file that cannot be a scenario is told in one line with its place and the reason") {
  const std::string deep = std::string(100'000, '[');
  const std::string nested = [] {
    std::string objects;
    for (int i = 0; i < 50; ++i) objects += R"({"a":)";
    return objects + "1" + std::string(50, '}');
  }();
  const std::string binary =
      "\x7f"
      "ELF\x02\x01\x01" +
      std::string(64, '\0') + "\xff\xfe";
  const std::vector<std::pair<std::string, std::string_view>> cases = {
      {"", ": is not valid JSON: line 1"},
      {" \n\n", ": is not valid JSON: line 3"},
      {"{", ": is not valid JSON"},
      {binary, ": is not valid JSON"},
      {"[]", ": must be an object"},
      {"null", ": must be an object"},
      {deep, ": is nested too deeply"},
      {nested, ": is nested too deeply"},
      {std::string(100'000'000, ' '), ": is larger than 1 MiB"},
      {'"' + std::string(2'000'000, 'x') + '"', ": is larger than 1 MiB"},
      {R"({"id":"a","id":"b"})", ": has the key \"id\" twice"},
      {R"({"id":"a","title":"\xff"})", " /title: is not valid JSON"},
      {scenario_text(R"(,"users":NaN)"), " /parts/0/users: is not valid JSON"},
      {scenario_text(R"(,"users":1e999)"), " /parts/0/users: is not valid JSON: number overflow"},
      {scenario_text(R"(,"users":-5)"), " /parts/0/users: must be between 1 and"},
      {scenario_text(R"(,"users":1e300)"), " /parts/0/users: must be between 1 and"},
      {scenario_text(R"(,"users":"many")"), " /parts/0/users: must be a number"},
      {scenario_text(R"(,"users":20000000,"requests_per_user_day":10000,"peak_factor":10000)"),
       " /parts/0/users: ask for more than four thousand million requests"},
      {scenario_text(R"(,"users":1000000,"requests_per_user_day":10000,"patience_ms":600000)"),
       " /parts/0/patience_ms: lets more than twenty million requests wait"},
      {scenario_text("", R"(,"queue_limit":1e12)"),
       " /parts/2/queue_limit: must be between 0 and 1000000, is 1e+12"},
      {scenario_text("", R"(,"workers":0)"), " /parts/2/workers: must be between 1 and"},
      {scenario_text("", R"(,"wokers":3)"), " /parts/2/wokers: is not a known key; did you mean"},
      {scenario_text("", R"(},{"id":"x","kind":"ap_server","at":[1,0])"),
       " /parts/3/kind: must be one of "},
      {scenario_text("", R"(},{"id":"box","kind":"machine","at":[1,0])"),
       " /parts/3/id: is \"box\", as another part's is"},
      {scenario_text("", "", R"({"from":"users","to":"ap"})"),
       " /links/0/to: names \"ap\", which is not there"},
      {scenario_text("", R"(},{"id":"b","kind":"app_server","at":[1,0],"machine":"box")",
                     R"({"from":"users","to":"app"},{"from":"app","to":"b"},)"
                     R"({"from":"b","to":"app"})"),
       " /links: lead from \"users\" in a circle"},
      {scenario_text("", "", R"({"from":"users","to":"app"})",
                     R"("changes":[{"at_s":1,"set":"users.users","to":20000000},)"
                     R"({"at_s":2,"set":"users.requests_per_user_day","to":10000}],)"),
       " /changes/1: cannot be: then parts[0].patience_ms lets more than"},
      {scenario_text(R"(,")" + std::string(5'000, 'k') + R"(":1)"), "…: is not a known key"},
      {scenario_text(R"(,"a\u0007\nb":1)"), " /parts/0/a??b: is not a known key"},
  };
  for (const auto& [text, reason] : cases) {
    const TemporaryFile file(text);
    for (const char* command : {"simulate", "signature"}) {
      const cli::Outcome outcome = cli::run(std::vector<std::string_view>{command, file.path()});
      CAPTURE(outcome.err);
      CHECK(outcome.exit_code == cli::kExitBadInput);
      CHECK(outcome.out.empty());
      CHECK(outcome.err.size() < 400);
      CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
      // What is a sound scenario but for one fault is no lesson at all.
      if (std::string_view(command) == "simulate") {
        CHECK(has(outcome.err, file.path()));
        CHECK(has(outcome.err, reason));
      }
    }
    const cli::Outcome faults = cli::run(std::vector<std::string_view>{"check", file.path()});
    CHECK(faults.exit_code == cli::kExitFaults);
    CHECK(has(faults.out, file.path()));
  }
}

TEST_CASE("a flood ends in bounded memory: what no memory would hold is refused") {
  // A server that stands still, and a million and a half requests that wait for it.
  const TemporaryFile file(
      scenario_text(R"(,"users":20000000,"requests_per_user_day":6480,"peak_factor":1,)"
                    R"("patience_ms":10000)",
                    R"(,"cpu_ms":60000,"queue_limit":1000000)"));
  const Json json = json_of(run({"simulate", file.path(), "--duration", "1"}));
  CHECK(json["requests"]["offered"] > 1'400'000);
  CHECK(json["requests"]["by_reason"]["queue full"] > 300'000);
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
  for (const Json& part : json["parts"]) {
    if (part["kind"] == "machine") continue;
    CHECK(part["left"] <= part["arrivals"]);
    CHECK(part["arrivals"] > 0);
  }
  REQUIRE(json["links"].size() == 1);
  CHECK(json["links"][0]["to"] == "app");
  CHECK(json["links"][0]["bytes"] == json["parts"][2]["bytes_out"]);
  std::uint64_t of_classes = 0;
  for (const Json& some : json["classes"]) {
    of_classes += some["requests"]["offered"].get<std::uint64_t>();
  }
  CHECK(json["requests"]["offered"] == of_classes);
  CHECK_FALSE(json.contains("series"));
  const Json series = json_of(run({"simulate", kSmall, "--series", "1"}))["series"];
  CHECK(series["at_s"].size() == 20);
  std::uint64_t offered = 0;
  for (const auto& count : series["offered"]) offered += count.get<std::uint64_t>();
  CHECK(json["requests"]["offered"] == offered);

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

TEST_CASE("a scenario written to a file is the one that it was written from") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / "tenfold-scenario-test";
  const std::string file = (folder / "scenarios" / "written.json").string();
  std::filesystem::create_directories(folder / "scenarios");
  for (const std::string_view lesson : {std::string_view("lessons/stage-03.json"),
                                        std::string_view("lessons/stage-06.json"), kSmall}) {
    const cli::Outcome written = run({"scenario", lesson});
    CHECK(written.exit_code == 0);
    std::ofstream(file) << written.out;
    CHECK(run({"scenario", file}).out == written.out);
    const Json original = json_of(run({"simulate", lesson, "--duration", "5"}));
    const Json copy = json_of(run({"simulate", file, "--duration", "5"}));
    CHECK(copy["log_hash"] == original["log_hash"]);
    CHECK(copy["goals"] == original["goals"]);
  }

  // Beside the lessons, the files of each stage must be there and be the lesson's.
  std::ofstream(folder / "stage-01.json") << read_small();
  std::ofstream(folder / "scenarios" / "stage-01-before.json") << run({"scenario", kSmall}).out;
  const cli::Outcome checked = run({"check", folder.string()});
  const std::string lesson = (folder / "stage-01.json").string();
  CHECK(has(checked.out, "stage-01-after.json: must be what `tenfold scenario " + lesson +
                             " --variant scale-up` writes\n"));
  CHECK(has(checked.out, "1 lesson, 1 fault\n"));
  std::filesystem::remove_all(folder);
}

TEST_CASE("a simulation says how sure its means are, and when the run is too short to tell") {
  const Json once = json_of(run({"simulate", kSmall, "--duration", "5"}));
  CHECK(once["estimates"]["method"] == "batch means");
  CHECK(once["estimates"]["too_short"] == true);
  // A queue that grows all the time has no mean to tell.
  CHECK(json_of(run({"simulate", kSmall}))["estimates"]["too_short"] == true);
  const Json nobody = json_of(run({"simulate", kSmall, "--set", "users.traffic=0"}));
  CHECK(nobody["estimates"]["reason"] == "nobody has asked for anything");

  const Json often =
      json_of(run({"simulate", kSmall, "--variant", "scale-up", "--replications", "8"}));
  CHECK(often["estimates"]["method"] == "replications");
  CHECK(often["estimates"]["too_short"] == false);
  const Json& throughput = often["estimates"]["values"]["throughput_rps"];
  CHECK(throughput["half_width"] > 0);
  CHECK(throughput["mean"].get<double>() == doctest::Approx(300).epsilon(0.05));
}

TEST_CASE("two variants are compared on the same requests") {
  const Json same = json_of(run({"simulate", kSmall, "--against", kSmall}));
  CHECK(same["pairs"] == 10);
  for (const auto& [name, row] : same["differences"].items()) {
    CHECK(row["difference"] == 0);
    CHECK(row["verdict"] == "no difference");
  }
  const Json worse = json_of(run({"simulate", kSmall, "--variant", "scale-up", "--against", kSmall,
                                  "--replications", "4", "--seed", "7"}));
  const Json& good = worse["differences"]["good_share"];
  CHECK(good["verdict"] == "less");
  CHECK(good["scenario"] > good["against"]);
  CHECK(good["half_width"] > 0);
  CHECK(worse["differences"]["failed_share"]["verdict"] == "more");
}

TEST_CASE("the matrix tells which variants meet the goals, as a table and as JSON") {
  const cli::Outcome outcome = run({"ablation", kSmall, "--seeds", "3"});
  const Json json = Json::parse(outcome.out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  const Json& lesson = json["lessons"][0];
  REQUIRE(lesson["variants"].size() == 5);
  for (const Json& row : lesson["variants"]) {
    const bool does = row["role"] != "nothing" && row["role"] != "alternative";
    CHECK(row["met"] == (does ? 3 : 0));
    CHECK(row["as_taught"] == true);
    CHECK(has(outcome.err, row["label"].get<std::string>()));
  }
  // The small lesson fails at once: there is nothing to read before the failure.
  CHECK(lesson["warning"]["as_taught"] == false);
  CHECK(lesson["as_taught"] == false);
  CHECK(outcome.exit_code == cli::kExitFaults);
}

TEST_CASE("what Compare has shown may meet the challenge of the first two stages alone") {
  const auto copied_in = [](std::string_view stage) -> Json {
    std::string text = read_small();
    const std::string_view first = "\"stage\": 1,";
    text.replace(text.find(first), first.size(), "\"stage\": " + std::string(stage) + ',');
    const auto file = std::filesystem::temp_directory_path() / "tenfold-copied-test.json";
    std::ofstream(file) << text;
    const std::string path = file.string();
    const std::string out = run({"ablation", path, "--seeds", "2", "--variant", "copied"}).out;
    std::filesystem::remove(file);
    return Json::parse(out)["lessons"][0]["variants"][0];
  };
  CHECK(copied_in("2")["as_taught"] == true);
  const Json third = copied_in("3");
  CHECK(third["met"] == 2);
  CHECK(third["as_taught"] == false);
}

TEST_CASE("a row of the matrix can be had alone, and is what it is among the others") {
  const auto rows_of = [](std::vector<std::string_view> words) -> Json {
    words.insert(words.begin(), {"ablation", kSmall, "--seeds", "3"});
    return Json::parse(cli::run(words).out)["lessons"][0]["variants"];
  };
  for (const Json& row : rows_of({})) {
    const std::string id = row["id"];
    const Json alone = rows_of({"--variant", id});
    REQUIRE(alone.size() == 1);
    CHECK(alone[0] == row);
  }
}

TEST_CASE("the bench prints a speed for each load, and the memory of a day, as JSON") {
  const Json json = json_of(
      run({"bench", kSmall, "--rounds", "1", "--customers", "1000", "--day-requests", "1000"}));
  CHECK(json["mm1"]["events_per_second"].get<double>() > 0);
  CHECK(json["tandem"]["events_per_second"].get<double>() > 0);
  REQUIRE(json["journey"].size() == 1);
  CHECK(json["journey"][0]["stage"].is_number_integer());
  CHECK(json["journey"][0]["events_per_second"].get<double>() > 0);
  CHECK(json["peak_bytes"].get<std::uint64_t>() > 0);
}

TEST_CASE("the signature is one number, the same each time") {
  const cli::Outcome outcome = run({"signature", kSmall});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.find_first_not_of("0123456789\n") == std::string::npos);
  CHECK(run({"signature", kSmall}).out == outcome.out);
}

TEST_CASE("every moment that was gone to is what it is in a plain run, with all that was done") {
  const Json systems = json_of(run({"seeks", kSmall, "--moments", "20"}));
  REQUIRE(systems.size() == 2);
  for (const Json& system : systems) {
    CAPTURE(system.dump());
    CHECK(system["moments"] == 20);
    CHECK(system["equal"] == 20);
    CHECK(system["changes"] == 3);
    CHECK(system["snapshot_bytes"].get<std::size_t>() > 0);
    CHECK(system["snapshot_bytes"].get<std::size_t>() <= model::Timeline::kMostBytes);
    CHECK(system["median_ms"].get<double>() <= system["longest_ms"].get<double>());
    CHECK(system["longest_piece_ms"].get<double>() <= system["longest_ms"].get<double>());
  }
  CHECK(systems[0]["system"] == "start");
  CHECK(systems[1]["system"] == "fix");
}
