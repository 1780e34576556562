// What can be said about each kind of part is complete and consistent.
#include "model/catalogue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "any_system.h"
#include "model/scenario.h"
#include "sim/random.h"
#include "systems.h"

namespace tenfold::model::test {

TEST_CASE("every kind and parameter says what it is, and defaults are within range") {
  std::set<std::string_view> kinds;
  for (const KindInfo* kind : part_kinds()) {
    CAPTURE(std::string(kind->name));
    CHECK(kinds.insert(kind->name).second);
    CHECK(find_kind(kind->name) == kind);
    CHECK_FALSE(kind->title.empty());
    CHECK(kind->omits.ends_with("."));
    CHECK(kind->does.ends_with("."));
    CHECK(kind->does.size() <= 110);
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

TEST_CASE("of every kind it is said what matters: a few parameters that can be changed in a run") {
  for (const KindInfo* kind : part_kinds()) {
    CAPTURE(std::string(kind->name));
    CHECK(kind->matters.size() >= 2);
    CHECK(kind->matters.size() <= 4);
    std::set<std::string_view> names;
    for (const std::string_view name : kind->matters) {
      CAPTURE(std::string(name));
      CHECK(names.insert(name).second);
      const ParameterInfo* parameter = find_parameter(*kind, name);
      REQUIRE(parameter != nullptr);
      CHECK(parameter->live);
      CHECK_FALSE(parameter->is_part);
    }
  }
}

TEST_CASE("what is counted begins at a whole number and is within whole ones") {
  for (const KindInfo* kind : part_kinds()) {
    for (const ParameterInfo& parameter : kind->parameters) {
      if (!counts_things(parameter)) continue;
      CAPTURE(std::string(kind->name));
      CAPTURE(std::string(parameter.name));
      for (const double value : {parameter.initial, parameter.low, parameter.high}) {
        CHECK(value == std::floor(value));
      }
      CHECK_FALSE(is_switch(parameter));
    }
  }
}

TEST_CASE("a kind is what the catalogue says of it: users, a machine, with or without hits") {
  std::set<std::string> seen;
  std::set<std::string> read;
  for (std::uint64_t seed = 1; seen.size() < part_kinds().size(); ++seed) {
    REQUIRE(seed < 100);
    sim::Random random(seed);
    const Scenario scenario = any_system([&](std::uint32_t n) { return random.below(n); });
    System system(scenario, seed);
    system.run_until(sim::kSecond);
    for (const PartState& state : system.parts()) {
      const KindInfo& kind = kind_info(state.kind);
      CAPTURE(state.kind);
      seen.insert(state.kind);
      if (state.reads > 0) read.insert(state.kind);
      if (state.left > 0) CHECK(kind.takes_calls);
      CHECK(system.apply(kill(state.id)).empty() == !kind.is_users);
      const bool carries =
          std::any_of(scenario.parts.begin(), scenario.parts.end(), [&](const PartSpec& spec) {
            return std::any_of(spec.settings.begin(), spec.settings.end(),
                               [&](const Setting& its) { return its.text == state.id; });
          });
      CHECK(carries == kind.is_machine);
    }
  }
  for (const KindInfo* kind : part_kinds()) {
    CAPTURE(std::string(kind->name));
    CHECK(kind->has_hit_ratio == read.contains(std::string(kind->name)));
    CHECK(kind->is_users + kind->is_machine + kind->lives_in_callers <= 1);
  }
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
