// What an author is told by `tenfold check` of a lesson broken in one place: one line, that names
// the place and says what is wrong.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

struct Broken {
  std::string from;  // a passage of the small lesson
  std::string to;
  std::string_view told;  // follows the file's name
};

const std::vector<Broken> kBroken = {
    {"\"stage\": 1,", "\"stage\": 1,,", ": is not valid JSON: line 4"},
    {"\"stage\": 1,", "\"stage\": 12,", " /stage: must be between 1 and 10, is 12"},
    {"\"users\": 1000,\n", "\"users\": \"many\",\n", " /users: must be a number, is text"},
    {"\"speed\": 2", "\"sped\": 2", " /sped: is not a known key; did you mean \"speed\"?"},
    {"\"speed\": 2", "\"speed\": 2, \"speed\": 4", ": has the key \"speed\" twice"},
    {"\"speed\": 2", "\"speed\": 2, \"teaches\": [\"cache\"]",
     " /teaches: names \"cache\", which the fix does not bring in"},
    {"\"kind\": \"machine\"", "\"kind\": \"machina\"", " /scenario/parts/1/kind: must be one of"},
    {"\"machine\": \"box\"", "\"machine\": \"bax\"", " /scenario/parts/2/machine: "},
    {"\"to\": \"app\"", "\"to\": \"apps\"", " /scenario/links/0"},
    {"\"at_least\": 0.99}", "\"at_least\": 0.99, \"at_most\": 1}", " /scenario/goals/0"},
    {"\"changes\": []", "\"changes\": [{\"at_s\": 3, \"kill\": \"bx\"}]",
     " /scenario/changes/0/kill: names \"bx\", but there is no such part"},
    {"\"role\": \"fix\"", "\"role\": \"alternative\"",
     " /variants: needs exactly one with the role \"fix\", has none"},
    {"{\"set\": \"app.queue_limit\", \"to\": 1000}]}\n", "{\"remove\": \"box\"}]}\n",
     " /variants/2/edits: make a system that cannot be"},
    {"A [queue] grows.", "A [queue grows.", " /hook/text/0: opens a \"[\" that is never closed"},
    {"A [queue] grows.", "A [pipe] grows.",
     " /hook/text/0: marks the term \"pipe\", which the glossary does not explain"},
    {"{failed} of {offered}", "{faled} of {offered}",
     " /hook/caption: quotes \"faled\", which is not a fact; did you mean \"failed\"?"},
    {"A [queue] grows.", "A [queue] grows to {fix.app.peak_waiting}.",
     " /hook/text/0: quotes \"fix.app.peak_waiting\", which is not known yet"},
    {"\"doing\": \"cpu\"", "\"doing\": \"disk\"",
     " /walk/stops/1: waits for app to disk, which the followed request does not meet"},
    {"\"below\": 0.01", "\"below\": 0.001", " /predict/options: leave a gap"},
    {"\"initial\": \"two\"", "\"initial\": \"ten\"",
     " /challenge/decisions/0/initial: names \"ten\", but there is no such option"},
    {"\"from\": \"scale-up\"", "\"from\": \"scale\"",
     " /challenge/decisions/0/options/1/from: names \"scale\", but there is no such variant or "
     "piece"},
    {"\"from\": \"scale-up\"", "\"edits\": [{\"set\": \"box.size\", \"to\": \"general-8\"}]",
     " /challenge/decisions/0/options/1/edits/0: repeats /variants/1/edits/0; "},
    {", \"Eight are enough.\"]", "]", " /challenge/hints: needs three, has two"},
    {"\"reason\": \"It is not.\", \"misconception\": \"a\"", "\"misconception\": \"a\"",
     " /questions/0/options/1/reason: is missing"},
    {"\"Right too\", \"right\": true, \"reason\": \"It is.\"",
     "\"Right too\", \"reason\": \"It is.\", \"misconception\": \"c\"",
     " /questions/2/options: needs at least two with \"right\": true, has one"},
    {"\"show\": \"long-queue\"", "\"show\": \"queue\"",
     " /questions/3/show: names \"queue\", but there is no such variant"},
    {"\"level\": \"why\"", "\"level\": \"recall\"",
     " /questions: can be at most one fifth recall, but two of five are"},
    {"\"omits\": [\"Nearly everything.\"]", "\"omits\": []", " /omits: "},
};

}  // namespace

TEST_CASE("a lesson broken in one place is told of in one line, with its place and what is wrong") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / "tenfold-check-test";
  std::filesystem::create_directories(folder);
  const std::string file = (folder / "stage-01.json").string();
  for (const Broken& broken : kBroken) {
    CAPTURE(broken.to);
    REQUIRE(test::small_lesson().find(broken.from) != std::string::npos);
    std::ofstream(file) << test::with(test::small_lesson(), broken.from, broken.to);
    const std::vector<std::string_view> words = {"check", file};
    const cli::Outcome outcome = cli::run(words);
    CAPTURE(outcome.out);
    CHECK(outcome.exit_code == cli::kExitFaults);
    CHECK(outcome.out.starts_with(file + std::string(broken.told)));
    CHECK(outcome.out.ends_with("1 lesson, 1 fault\n"));
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 2);
  }
  std::filesystem::remove_all(folder);
}
