// Where a lesson's numbers come from, as its last page tells.
#include "ui/sources.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using tenfold::model::PartSpec;
using tenfold::model::Scenario;

TEST_CASE("parts with the same numbers share a line, and a unit is said once") {
  Scenario scenario;
  for (const char* label : {"App 1", "App 2", "App 3"}) {
    PartSpec app{label, "app_server", label, {}, {}};
    app.settings.push_back({"cpu_ms", label == std::string("App 3") ? 6.0 : 3.0, ""});
    scenario.parts.push_back(app);
  }
  const std::vector<std::string> lines = tenfold::ui::number_sources(scenario);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("**App 1, App 2**: "));
  CHECK(lines[0].find("CPU time 3 ms (this lesson)") != std::string::npos);
  CHECK(lines[1].starts_with("**App 3**: "));
  for (const std::string& line : lines) CHECK(line.find('_') == std::string::npos);
}

}  // namespace
