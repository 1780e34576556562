// Files that are opened on the bench.
#include "design/file.h"

#include <doctest/doctest.h>

#include "tests/lesson/files.h"

namespace tenfold::design {
namespace {

TEST_CASE("a file that is no scenario is one sentence that says why") {
  CHECK(read_file("").fault.starts_with("This file"));
  CHECK(read_file("hello").fault.find("is not valid JSON") != std::string::npos);
  CHECK(read_file(std::string(100'000'000, ' ')).fault == "This file is larger than 1 MiB.");
  CHECK(read_file(tenfold::test::read_text("lessons/stage-01.json")).fault ==
        "This file is a lesson, and no scenario: start from its stage.");
  CHECK(read_file("[1, 2]").fault.find("must be an object") != std::string::npos);
  CHECK(read_file(std::string(30'000, '[')).fault.find("nested too deeply") != std::string::npos);
}

TEST_CASE("a fault in a file names its place") {
  std::string text = file_of(empty_draft());
  text = tenfold::test::with(text, "\"duration_s\": 60", "\"duration_s\": -1");
  CHECK(read_file(text).fault.find("/duration_s must be between") != std::string::npos);
}

TEST_CASE("an empty draft is a file and a link") {
  CHECK(read_file(file_of(empty_draft())).draft == empty_draft());
  CHECK(read_link(link_of(empty_draft())).draft == empty_draft());
}

}  // namespace
}  // namespace tenfold::design
