// What can be said about each kind of part is complete and consistent.
#include "model/catalogue.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "model/scenario.h"

namespace tenfold::model::test {

TEST_CASE("every kind and parameter says what it is, and defaults are within range") {
  std::set<std::string_view> kinds;
  for (const KindInfo* kind : part_kinds()) {
    CAPTURE(std::string(kind->name));
    CHECK(kinds.insert(kind->name).second);
    CHECK(find_kind(kind->name) == kind);
    CHECK_FALSE(kind->title.empty());
    CHECK(kind->omits.ends_with("."));
    std::set<std::string_view> names;
    for (const ParameterInfo& parameter : kind->parameters) {
      CAPTURE(std::string(parameter.name));
      CHECK(names.insert(parameter.name).second);
      CHECK(find_parameter(*kind, parameter.name) == &parameter);
      if (parameter.is_part) continue;
      if (!parameter.choices.empty()) {
        CHECK(parameter.initial < static_cast<double>(parameter.choices.size()));
        continue;
      }
      CHECK(parameter.initial >= parameter.low);
      CHECK(parameter.initial <= parameter.high);
    }
  }
  CHECK(kinds.contains("clients"));
  CHECK(find_kind("no such kind") == nullptr);
  CHECK(find_parameter(*find_kind("machine"), "no such parameter") == nullptr);
}

TEST_CASE("machine sizes have a price, a source, and grow dearer with what they have") {
  for (const MachineSize& size : machine_sizes()) {
    CAPTURE(std::string(size.name));
    CHECK(find_machine_size(size.name) == &size);
    CHECK(size.cpus >= 1);
    CHECK(size.memory_gb > 0);
    CHECK(size.disk_read_us > 0);
    CHECK_FALSE(size.source.empty());
  }
  CHECK(find_machine_size("general-4")->dollars_month >
        find_machine_size("general-2")->dollars_month);
  CHECK(find_machine_size("nothing") == nullptr);
}

}  // namespace tenfold::model::test
