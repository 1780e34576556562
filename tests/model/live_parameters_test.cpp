// Whatever may be set while a system runs may be set at any moment of it: requests are in flight
// then, and what they do was settled under the old value.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "any_system.h"
#include "sim/random.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

constexpr std::uint64_t kSeeds = 500;
constexpr std::size_t kSystemsOfKind = 12;

Scenario system_of(std::uint64_t seed) {
  sim::Random random(seed);
  return any_system([&random](std::uint32_t n) { return random.below(n); });
}

// The first few systems with something of that kind, and what is of that kind in each.
struct Found {
  Scenario scenario;
  std::string id;
};
std::vector<Found> systems_with(const KindInfo& kind) {
  std::vector<Found> found;
  for (std::uint64_t seed = 1; seed <= kSeeds && found.size() < kSystemsOfKind; ++seed) {
    Scenario scenario = system_of(seed);
    if (&kind == &link_kind()) {
      const LinkSpec link = scenario.links[seed % scenario.links.size()];
      found.push_back({std::move(scenario), link.from + ">" + link.to});
      continue;
    }
    const auto part = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                   [&](const PartSpec& spec) { return spec.kind == kind.name; });
    if (part == scenario.parts.end()) continue;
    const std::string id = part->id;
    found.push_back({std::move(scenario), id});
  }
  return found;
}

void run_events(System& system, int events) {
  for (int event = 0; event < events && system.step(); ++event) continue;
}

// Sets the parameter to and fro, in a busy system. Gives how often that was allowed while requests
// were in flight.
int set_to_and_fro(const Found& found, const ParameterInfo& parameter) {
  constexpr int kRounds = 4;
  System system(found.scenario, 1);
  system.run_until(sim::from_ms(200));
  int allowed = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (const Setting& value : values_of(parameter)) {
      const bool is_busy = system.totals().in_flight > 0;
      allowed += system.apply(change(found.id, value)).empty() && is_busy ? 1 : 0;
      run_events(system, 150);
    }
  }
  const Totals totals = system.totals();
  CHECK(totals.counts.offered == totals.counts.good + totals.counts.failed + totals.in_flight);
  return allowed;
}

}  // namespace

TEST_CASE("systems of every kind can be made, and are sound") {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    for (const Fault& fault : check(system_of(seed)))
      FAIL_CHECK(fault.place << " " << fault.reason);
  }
}

TEST_CASE("what may be set while a system runs may be set while requests are in flight") {
  std::vector<const KindInfo*> kinds(part_kinds().begin(), part_kinds().end());
  kinds.push_back(&link_kind());
  for (const KindInfo* kind : kinds) {
    CAPTURE(std::string(kind->name));
    const std::vector<Found> systems = systems_with(*kind);
    CHECK(systems.size() == kSystemsOfKind);
    for (const ParameterInfo& parameter : kind->parameters) {
      if (!parameter.live) continue;
      CAPTURE(std::string(parameter.name));
      int allowed = 0;
      for (const Found& found : systems) allowed += set_to_and_fro(found, parameter);
      CHECK(allowed > 0);
    }
  }
}

}  // namespace tenfold::model::test
