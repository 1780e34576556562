// What an author meets: a good file is read, a broken one is told of in a sentence with its place.
#include "lesson/reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lesson/check.h"
#include "lesson/lesson.h"
#include "lesson/stages.h"
#include "model/catalogue.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

std::vector<std::string> faults_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const lesson::FileFault& fault : lesson::read_lesson(text, "small.json").faults) {
    lines.push_back(to_line(fault));
  }
  return lines;
}

// The one line that a lesson with one passage replaced is refused with.
std::string fault_with(const std::string& from, const std::string& to) {
  const std::vector<std::string> lines = faults_of(test::with(test::small_lesson(), from, to));
  REQUIRE(lines.size() == 1);
  return lines[0];
}

}  // namespace

TEST_CASE("a lesson is read whole") {
  const lesson::ReadLesson read = lesson::read_lesson(test::small_lesson(), "small.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  const lesson::Lesson& lesson = read.lesson;
  CHECK(lesson.id == "small");
  CHECK(lesson.speed == 2);
  CHECK(lesson.scenario.parts.size() == 3);
  CHECK(lesson.scenario.links[0].round_trip_ms == 20);
  CHECK(lesson.walk[0].stops[0].sample == "GET /posts/42 HTTP/1.1");
  CHECK(lesson.predict.options[1].low == 0.01);
  CHECK(lesson.predict.options[1].high == 0.9);
  CHECK(lesson.challenge.hints.size() == 3);
  CHECK(lesson.questions[2].kind == lesson::Question::Kind::several);
  CHECK(lesson::fix_of(lesson).id == "scale-up");
  CHECK(lesson::nothing_of(lesson).edits.empty());
  CHECK(lesson::solution_of(lesson) == std::vector<int>{1, 0});
}

TEST_CASE("a challenge without goals of its own has the scenario's") {
  std::string text = test::small_lesson();
  const std::size_t begin = text.find("\"goals\"", text.find("\"challenge\""));
  const std::size_t end = text.find("\"decisions\"");
  REQUIRE(begin < end);
  text.erase(begin, end - begin);
  const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  REQUIRE(read.faults.empty());
  CHECK(read.lesson.challenge.goals.size() == read.lesson.scenario.goals.size());
}

TEST_CASE("edits make the scenarios that a lesson runs") {
  const lesson::Lesson lesson = lesson::read_lesson(test::small_lesson(), "small.json").lesson;
  const auto size_of = [](const model::Scenario& scenario) {
    for (const model::Setting& setting : scenario.parts[1].settings) {
      if (setting.name == "size") return setting.text;
    }
    return std::string();
  };
  CHECK(size_of(lesson.scenario) == "general-2");
  CHECK(size_of(lesson::fixed_scenario(lesson)) == "general-8");
  CHECK(size_of(lesson::challenge_scenario(lesson, {2, 1})) == "general-16");
  CHECK(lesson::worse_scenario(lesson).changes.size() == 1);
}

TEST_CASE("a stage may go on in a second lesson, which comes right after the first") {
  std::string text = test::small_lesson();
  const std::string_view first = "\"stage\": 1,";
  text.replace(text.find(first), first.size(), "\"stage\": 9, \"part\": 2,");
  const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  REQUIRE(read.faults.empty());
  const int second = read.lesson.stage;
  CHECK(lesson::stage_name(second) == "9b");
  CHECK(lesson::stage_of(second) == 9);
  CHECK_FALSE(lesson::begins_stage(second));
  CHECK(lesson::comes_before(9, second));
  CHECK(lesson::comes_before(second, 10));
}

TEST_CASE("what is different in a challenge happens to the parts that its choices left there") {
  std::string text = test::small_lesson();
  const std::string_view hints = "\"hints\": [\"Look at the box.";
  const auto add = [&](std::string_view what, std::string_view before) {
    text.insert(text.find(before), what);
  };
  add("\"edits\": [{\"set\": \"users.users\", \"to\": 2000}, {\"at_s\": 3, \"kill\": "
      "\"spare\"}],\n    ",
      hints);
  add(R"({"id": "spare", "label": "A spare", "edits": [{"add": {"id": "spare", "kind": "machine", "label": "Spare", "at": [2, 0], "size": "general-2"}}]},
        )",
      "{\"id\": \"long\", \"label\": \"1,000 places\"");
  const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  REQUIRE(read.faults.empty());
  const auto users_of = [](const model::Scenario& scenario) {
    for (const model::Setting& setting : scenario.parts[0].settings) {
      if (setting.name == "users") return setting.number;
    }
    return 0.0;
  };
  const model::Scenario without = lesson::challenge_scenario(read.lesson, {1, 0});
  const model::Scenario with = lesson::challenge_scenario(read.lesson, {1, 1});
  CHECK(users_of(without) == 2000);
  CHECK(without.changes.empty());
  CHECK(with.changes.size() == 1);
  // The fix that was shown meets the same difference; the stage's own runs do not.
  CHECK(users_of(lesson::copied_scenario(read.lesson)) == 2000);
  CHECK(users_of(lesson::fixed_scenario(read.lesson)) == 1000);
}

TEST_CASE("syntax errors name line and column") {
  CHECK(fault_with("\"stage\": 1,", "\"stage\": 1,,")
            .starts_with("small.json: is not valid JSON: line 4, column"));
  CHECK(faults_of("").size() == 1);
  CHECK(faults_of("[1, 2]") ==
        std::vector<std::string>{"small.json: must be an object, is a list"});
}

TEST_CASE("what is missing, of the wrong kind or out of range is told with its place") {
  CHECK(fault_with("\"idea\": \"Every field of a lesson, in as few words as it can be.\",", "") ==
        "small.json /idea: is missing");
  CHECK(fault_with("\"title\": \"A small lesson\"", "\"title\": 5") ==
        "small.json /title: must be text, is a number");
  CHECK(fault_with("\"title\": \"A small lesson\"", "\"title\": \"\"") ==
        "small.json /title: must not be empty");
  CHECK(fault_with("\"stage\": 1,", "\"stage\": 11,") ==
        "small.json /stage: must be between 1 and 10, is 11");
  CHECK(fault_with("\"stage\": 1,", "\"stage\": 1.5,") ==
        "small.json /stage: must be a whole number, is 1.5");
  CHECK(fault_with("\"speed\": 2", "\"speed\": 3") ==
        "small.json /speed: must be 0.25, 0.5, 1, 2, 4, 8 or 16; is 3");
  CHECK(fault_with("\"duration_s\": 20", "\"duration_s\": 1e300") ==
        "small.json /scenario/duration_s: must be between 0.001 and 86400, is 1e+300");
  CHECK(fault_with("\"duration_s\": 20", "\"duration_s\": 1e999").find("is not valid JSON: ") !=
        std::string::npos);
  CHECK(fault_with("\"duration_s\": 20", "\"duration_s\": NaN").find("line 12") !=
        std::string::npos);
}

TEST_CASE("an unknown key is told of with the nearest known one") {
  CHECK(fault_with("\"cpu_ms\": 10", "\"cpu_ns\": 10") ==
        "small.json /scenario/parts/2/cpu_ns: is not a known key; did you mean \"cpu_ms\"?");
  CHECK(fault_with("\"omits\"", "\"Omits\": [\"x\"], \"omits\"").find("did you mean \"omits\"?") !=
        std::string::npos);
}

TEST_CASE("the same key twice is told of, not silently overwritten") {
  CHECK(fault_with("\"users\": 1000,\n", "\"users\": 1000, \"users\": 10,\n")
            .find("has the key \"users\" twice") != std::string::npos);
}

TEST_CASE("parts, links and changes must refer to what is there") {
  CHECK(fault_with("\"kind\": \"app_server\"", "\"kind\": \"app_sever\"")
            .find("/scenario/parts/2/kind: must be one of") != std::string::npos);
  CHECK(fault_with("\"id\": \"small-b\"", "\"id\": \"Small B!\"")
            .find("/questions/1/id: must be a short name") != std::string::npos);
  CHECK(fault_with("\"from\": \"users\", \"to\": \"app\"", "\"from\": \"users\", \"to\": \"apps\"")
            .starts_with("small.json /scenario/links/0"));
  CHECK(fault_with("\"size\": \"general-2\"", "\"size\": \"general-3\"")
            .starts_with("small.json /scenario/parts/1/size: must be one of"));
  CHECK(fault_with("\"changes\": []", "\"changes\": [{\"kill\": \"box\"}]") ==
        "small.json /scenario/changes/0/at_s: is missing");
  CHECK(fault_with("\"changes\": []", "\"changes\": [{\"at_s\": 3, \"kill\": \"bx\"}]") ==
        "small.json /scenario/changes/0/kill: names \"bx\", but there is no such part; did you "
        "mean \"box\"?");
  CHECK(fault_with("\"changes\": []", "\"changes\": [{\"at_s\": 3, \"kill\": \"users>ap\"}]") ==
        "small.json /scenario/changes/0/kill: names \"ap\", but there is no such part; did you "
        "mean \"app\"?");
  CHECK(fault_with("\"changes\": []", "\"changes\": [{\"at_s\": 3, \"kill\": \"app>users\"}]") ==
        "small.json /scenario/changes/0: names \"app>users\", which is not there");
}

TEST_CASE("links have values of their own, and can be changed, killed and healed by name") {
  const std::string text = test::with(
      test::with(test::small_lesson(), "\"changes\": []",
                 "\"changes\": [{\"at_s\": 3, \"kill\": \"users>app\"}, {\"at_s\": 4, \"set\": "
                 "\"users>app.mbps\", \"to\": 50}]"),
      "\"round_trip_ms\": 20", "\"round_trip_ms\": 20, \"mbps\": 100, \"dollars_per_gb\": 0.09");
  const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  const model::Scenario& scenario = read.lesson.scenario;
  CHECK(scenario.links[0].mbps == 100);
  CHECK(scenario.links[0].dollars_per_gb == 0.09);
  REQUIRE(scenario.changes.size() == 2);
  CHECK(scenario.changes[0].change.part == "users>app");
  CHECK(scenario.changes[1].change.setting.number == 50);
  CHECK(fault_with("\"round_trip_ms\": 20", "\"round_trip_ms\": 20, \"mbps\": -1")
            .starts_with("small.json /scenario/links/0/mbps: must be between 0 and"));
}

TEST_CASE("an edit that cannot be done is told of where it stands") {
  const std::string fix = "{\"set\": \"box.size\", \"to\": \"general-8\"}";
  CHECK(fault_with(fix, "{\"set\": \"bax.size\", \"to\": \"general-8\"}") ==
        "small.json /variants/1/edits/0/set: names \"bax\", but there is no such part; did you "
        "mean \"box\"?");
  CHECK(fault_with(fix, "{\"set\": \"box.sise\", \"to\": \"general-8\"}") ==
        "small.json /variants/1/edits/0/set: names \"sise\", which machine does not have; did you "
        "mean \"size\"?");
  CHECK(fault_with(fix, "{\"set\": \"size\", \"to\": \"general-8\"}")
            .find("must name a part and a parameter") != std::string::npos);
  CHECK(fault_with(fix, "{\"set\": \"app.workers\", \"to\": \"many\"}") ==
        "small.json /variants/1/edits/0/to: must be a number, is text");
  CHECK(fault_with(fix, "{\"set\": \"app.workers\", \"to\": 64, \"remove\": \"app\"}")
            .find("must do one of") != std::string::npos);
  CHECK(fault_with("\"role\": \"nothing\", \"edits\": []",
                   "\"role\": \"nothing\", \"edits\": [" + fix + "]") ==
        "small.json /variants/0/edits: must be empty: doing nothing changes nothing");
}

TEST_CASE("a lesson has exactly one fix and one nothing") {
  CHECK(fault_with("\"role\": \"alternative\"", "\"role\": \"fix\"") ==
        "small.json /variants: needs exactly one with the role \"fix\", has two");
}

TEST_CASE("counts are told in words") {
  CHECK(fault_with("\"hints\": [\"Look at the box.\", ", "\"hints\": [") ==
        "small.json /challenge/hints: needs three, has two");
}

TEST_CASE("prediction ranges must cover every outcome once") {
  CHECK(fault_with("\"at_least\": 0.01, \"below\": 0.9", "\"at_least\": 0.02, \"below\": 0.9") ==
        "small.json /predict/options: leave a gap between 0.01 and 0.02");
  CHECK(fault_with("\"at_least\": 0.01, \"below\": 0.9", "\"at_least\": 0.01, \"below\": 0.95") ==
        "small.json /predict/options: overlap between 0.9 and 0.95");
  CHECK(fault_with("\"All\", \"at_least\": 0.9", "\"All\", \"at_least\": 0.9, \"below\": 1") ==
        "small.json /predict/options: leave out what is 1 or more");
}

TEST_CASE("a prediction may be drawn") {
  const lesson::ReadLesson read = lesson::read_lesson(test::small_lesson_drawn(), "small.json");
  REQUIRE(read.faults.empty());
  const lesson::Prediction& predict = read.lesson.predict;
  CHECK(predict.is_drawn());
  CHECK(predict.curve.series == "app.waiting");
  CHECK(predict.curve.at_s.size() == 5);
  CHECK(predict.curve.unit == "requests");
  CHECK(predict.when_low == "It was longer: {app.peak_waiting}.");
}

TEST_CASE("a prediction with a faulty curve is refused with its place") {
  const auto fault = [](const std::string& from, const std::string& to) {
    const std::vector<std::string> lines =
        faults_of(test::with(test::small_lesson_drawn(), from, to));
    REQUIRE(lines.size() == 1);
    return lines[0];
  };
  CHECK(fault("[2, 6, 10, 14, 18]", "[2, 6, 5, 14, 18]") ==
        "small.json /predict/curve/at_s/2: must be later than the one before");
  CHECK(fault("[2, 6, 10, 14, 18]", "[2, 6, 10, 14, 21]") ==
        "small.json /predict/curve/at_s/4: is after the run's end at 20");
  CHECK(fault("\"high\": 250", "\"high\": 0") ==
        "small.json /predict/curve/high: must be more than low");
  CHECK(fault("\"unit\": \"requests\", ", "") == "small.json /predict/curve/unit: is missing");
  CHECK(fault("\"when_low\": \"It was longer: {app.peak_waiting}.\",", "") ==
        "small.json /predict/when_low: is missing");
  CHECK(fault("\"when_low\"", "\"fact\": \"failed\", \"when_low\"") ==
        "small.json /predict/fact: cannot stand beside a curve: a prediction is chosen or drawn");
}

TEST_CASE("every option has a reason, and every wrong one its misconception") {
  CHECK(fault_with("\"reason\": \"It is not.\", \"misconception\": \"a\"",
                   "\"misconception\": \"a\"") ==
        "small.json /questions/0/options/1/reason: is missing");
  CHECK(fault_with("\"reason\": \"It is not.\", \"misconception\": \"a\"",
                   "\"reason\": \"It is not.\"") ==
        "small.json /questions/0/options/1/misconception: is missing");
  CHECK(fault_with("\"right\": true, \"reason\": \"It is.\"",
                   "\"reason\": \"It is.\", \"misconception\": \"m\"") ==
        "small.json /questions/0/options: needs exactly one with \"right\": true, has none");
}

TEST_CASE("references inside a lesson must lead somewhere") {
  CHECK(fault_with("\"solution\": {\"size\": \"eight\"}", "\"solution\": {\"size\": \"eigth\"}") ==
        "small.json /challenge/solution/size: names \"eigth\", but there is no such option; did "
        "you mean \"eight\"?");
  CHECK(fault_with("\"initial\": \"two\"", "\"initial\": \"too\"") ==
        "small.json /challenge/decisions/0/initial: names \"too\", but there is no such option; "
        "did you mean \"two\"?");
  CHECK(fault_with("\"show\": \"long-queue\"", "\"show\": \"longer\"") ==
        "small.json /questions/3/show: names \"longer\", but there is no such variant");
  CHECK(fault_with("\"id\": \"small-b\"", "\"id\": \"small-a\"") ==
        "small.json /questions/1/id: is used twice: \"small-a\"");
}

TEST_CASE("marks must be closed, and terms explained") {
  CHECK(fault_with("A [queue] grows.", "A [que] grows.") ==
        "small.json /hook/text/0: marks the term \"que\", which the glossary does not explain; did "
        "you mean \"queue\"?");
  CHECK(fault_with("A [queue] grows.", "A [queue grows.") ==
        "small.json /hook/text/0: opens a \"[\" that is never closed");
  CHECK(fault_with("Watch the **queue**.", "Watch the **queue.") ==
        "small.json /run/text/0: opens a \"**\" that is never closed");
}

TEST_CASE("every fault is told at once") {
  std::string text = test::small_lesson();
  text = test::with(text, "\"stage\": 1,", "\"stage\": 0,");
  text = test::with(text, "\"cpu_ms\": 10", "\"cpu_ms\": -1");
  text = test::with(text, "\"show\": \"long-queue\"", "\"show\": \"longer\"");
  CHECK(faults_of(text).size() == 3);
}

TEST_CASE("combinations of choices that make no system are told of") {
  const std::string removed = test::with(
      test::small_lesson(), "{\"id\": \"short\", \"label\": \"200 places\", \"edits\": []}",
      "{\"id\": \"short\", \"label\": \"No box\", \"edits\": [{\"remove\": \"box\"}]}");
  const std::vector<std::string> lines = faults_of(removed);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("/challenge/decisions: cannot be combined as size two, queue short") !=
        std::string::npos);
}

TEST_CASE("hostile files cost no more than the caps") {
  CHECK(faults_of(std::string(2 << 20, ' '))[0] == "small.json: is larger than 1 MiB");
  CHECK(faults_of(std::string(100'000, '['))[0].find("is nested too deeply") != std::string::npos);
  std::string many = "[0";
  for (int i = 0; i < 30'000; ++i) many += ",0";
  CHECK(faults_of(many + "]")[0].find("holds too many values") != std::string::npos);
  CHECK(faults_of("\"\xff\xfe\"").size() == 1);
}

TEST_CASE(
    "a lesson cut off anywhere, or with any byte changed, is refused or read but never crashes") {
  const std::string text = test::small_lesson();
  for (std::size_t length = 0; length < text.size(); length += 97) {
    CHECK_FALSE(lesson::read_lesson(text.substr(0, length), "cut.json").faults.empty());
  }
  for (std::size_t place = 0; place < text.size(); place += 61) {
    std::string changed = text;
    changed[place] = static_cast<char>(changed[place] ^ 0x15);
    const lesson::ReadLesson read = lesson::read_lesson(changed, "changed.json");
    if (read.faults.empty()) CHECK_FALSE(read.lesson.variants.empty());
  }
}

TEST_CASE("a runnable file is a scenario, or a lesson with one of its variants") {
  const lesson::ReadScenario plain = lesson::read_runnable(test::small_lesson(), "small.json", "");
  REQUIRE(plain.faults.empty());
  CHECK(plain.scenario.id == "overload");
  const lesson::ReadScenario fixed =
      lesson::read_runnable(test::small_lesson(), "small.json", "scale-up");
  REQUIRE(fixed.faults.empty());
  CHECK_FALSE(model::changed_parts(plain.scenario, fixed.scenario).empty());
  const lesson::ReadScenario none =
      lesson::read_runnable(test::small_lesson(), "small.json", "scale-op");
  REQUIRE(none.faults.size() == 1);
  CHECK(none.faults[0].reason == "have no \"scale-op\"; did you mean \"scale-up\"?");
}

TEST_CASE("a single parameter can be set from text") {
  model::Scenario scenario = lesson::read_runnable(test::small_lesson(), "small.json", "").scenario;
  CHECK(lesson::set_parameter(scenario, "box.size", "general-16").empty());
  CHECK(lesson::set_parameter(scenario, "app.workers", "64").empty());
  CHECK(lesson::set_parameter(scenario, "app.workers", "0").size() == 1);
  CHECK(lesson::set_parameter(scenario, "app.wurkers", "64").size() == 1);
}

TEST_CASE(
    "every parameter of every kind of part can be written in a file, without a change to the "
    "reader") {
  for (const model::KindInfo* kind : model::part_kinds()) {
    for (const model::ParameterInfo& parameter : kind->parameters) {
      std::string value = std::to_string(parameter.initial);
      if (parameter.is_part) value = "\"box\"";
      if (!parameter.choices.empty()) value = '"' + std::string(parameter.choices[0]) + '"';
      std::string text =
          "{\"id\": \"s\", \"title\": \"s\", \"duration_s\": 1, \"links\": [], \"goals\": "
          "[{\"metric\": \"p99_ms\", \"at_most\": 1}], \"parts\": [{\"id\": \"x\", \"at\": [0, 0], "
          "\"kind\": \"";
      text +=
          std::string(kind->name) + "\", \"" + std::string(parameter.name) + "\": " + value + "}]}";
      CAPTURE(text);
      for (const lesson::FileFault& fault : lesson::read_scenario(text, "s.json").faults) {
        // What the lone part lacks may be told of, but not this parameter's key or kind.
        CHECK(fault.reason.find("is not a known key") == std::string::npos);
        CHECK(fault.reason.find("must be a number") == std::string::npos);
      }
    }
  }
}

TEST_CASE("a scenario with more ways through it than can be walked is read in a moment") {
  std::string parts;
  std::string links;
  for (int layer = 0; layer < 20; ++layer) {
    for (int i = 0; i < 4; ++i) {
      const std::string id = "p" + std::to_string(layer) + "-" + std::to_string(i);
      parts += (parts.empty() ? "" : ", ") + std::string("{\"id\": \"") + id +
               "\", \"kind\": \"app_server\", \"at\": [0, 0]}";
      for (int from = 0; layer > 0 && from < 4; ++from) {
        const std::string before = "p" + std::to_string(layer - 1) + "-" + std::to_string(from);
        links += (links.empty() ? "" : ", ") + std::string("{\"from\": \"") + before +
                 "\", \"to\": \"" + id + "\"}";
      }
    }
  }
  const std::string text =
      "{\"id\": \"s\", \"title\": \"s\", \"duration_s\": 1, \"goals\": "
      "[{\"metric\": \"p99_ms\", \"at_most\": 1}], \"parts\": [" +
      parts + "], \"links\": [" + links + "]}";
  CHECK_FALSE(lesson::read_scenario(text, "s.json").faults.empty());
}

TEST_CASE("a paragraph of code is read as it stands, and checks of wording pass it by") {
  const std::string from = "[\"Three processors' work needs three processors.\"]";
  const std::string to = R"(["So:", {"code": "cart[user] = {}\n**p"}])";
  const lesson::ReadLesson read =
      lesson::read_lesson(test::with(test::small_lesson(), from, to), "small.json");
  REQUIRE(read.faults.empty());
  const lesson::Paragraphs& text = read.lesson.explain.text;
  REQUIRE(text.size() == 2);
  CHECK(!text[0].is_code);
  CHECK(text[1].is_code);
  CHECK(text[1].text == "cart[user] = {}\n**p");
  CHECK(lesson::check_marks(read.lesson).empty());
  CHECK(faults_of(test::with(test::small_lesson(), from, R"([{"cod": "x"}])")).size() == 2);
}
