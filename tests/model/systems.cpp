// Building and running the tests' systems.
#include "systems.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace tenfold::model::test {

Setting number(std::string_view name, double value) { return {std::string(name), value, ""}; }
Setting text(std::string_view name, std::string_view value) {
  return {std::string(name), 0, std::string(value)};
}

PartSpec& part(Scenario& scenario, std::string_view id) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [id](const PartSpec& spec) { return spec.id == id; });
  REQUIRE(found != scenario.parts.end());
  return *found;
}

void set(Scenario& scenario, std::string_view id, const Setting& setting) {
  put_setting(part(scenario, id), setting);
}

Scenario one_box(double rate_rps, double duration_s) {
  Scenario scenario;
  scenario.id = "one-box";
  scenario.duration_s = duration_s;
  scenario.parts = {
      {"users",
       "clients",
       "Users",
       {},
       {number("users", 100'000), number("requests_per_user_day", rate_rps * 0.864),
        number("peak_factor", 1), number("patience_ms", 2000)}},
      {"box", "machine", "The box", {}, {text("size", "general-2")}},
      {"app", "app_server", "App", {}, {text("machine", "box"), number("cpu_ms", 3)}},
      {"data", "database", "Database", {}, {text("machine", "box")}},
  };
  scenario.links = {{"users", "app", 40}, {"app", "data", 0.5}};
  return scenario;
}

Scenario two_boxes(double rate_rps, double duration_s) {
  Scenario scenario = one_box(rate_rps, duration_s);
  scenario.parts.push_back(
      {"data_box", "machine", "Data machine", {}, {text("size", "general-2")}});
  set(scenario, "data", text("machine", "data_box"));
  return scenario;
}

Scenario launch() {
  Scenario scenario = one_box();
  scenario.duration_s = 80;
  PartSpec& users = part(scenario, "users");
  put_setting(users, number("users", 1000));
  put_setting(users, number("requests_per_user_day", 20));
  put_setting(users, number("peak_factor", 2880));
  put_setting(users, text("shape", "launch"));
  return scenario;
}

Scenario balanced(int servers, double rate_rps, double duration_s) {
  Scenario scenario = two_boxes(rate_rps, duration_s);
  std::erase_if(scenario.parts,
                [](const PartSpec& spec) { return spec.id == "app" || spec.id == "box"; });
  set(scenario, "data_box", text("size", "general-16"));
  scenario.parts.push_back({"lb", "load_balancer", "Balancer", {}, {}});
  scenario.links = {{"users", "lb", 40}};
  for (int i = 0; i < servers; ++i) {
    const std::string app = "app" + std::to_string(i);
    const std::string box = "box" + std::to_string(i);
    scenario.parts.push_back({box, "machine", "Machine", {}, {text("size", "general-4")}});
    scenario.parts.push_back(
        {app, "app_server", "App", {}, {text("machine", box), number("cpu_ms", 3)}});
    scenario.links.push_back({"lb", app, 0.5});
    scenario.links.push_back({app, "data", 0.5});
  }
  return scenario;
}

Scenario quick(double rate_rps, double duration_s) {
  Scenario scenario = one_box(rate_rps, duration_s);
  set(scenario, "box", text("size", "general-64"));
  set(scenario, "users", number("patience_ms", 600'000));
  set(scenario, "app", number("cpu_ms", 0.001));
  set(scenario, "app", number("workers", 10'000));
  set(scenario, "app", number("memory_mb", 0));
  set(scenario, "app", number("queries", 1));
  set(scenario, "data", number("cpu_ms", 0.001));
  set(scenario, "data", number("block_reads", 0));
  set(scenario, "data", number("connections", 10'000));
  scenario.links = {{"users", "app", 0}, {"app", "data", 0}};
  return scenario;
}

Change kill(std::string_view id) { return {Change::Kind::kill, std::string(id), {}}; }
Change heal(std::string_view id) { return {Change::Kind::heal, std::string(id), {}}; }
Change change(std::string_view id, const Setting& setting) {
  return {Change::Kind::set, std::string(id), setting};
}

System run(const Scenario& scenario, std::uint64_t seed) {
  for (const Fault& fault : check(scenario)) FAIL_CHECK(fault.place << " " << fault.reason);
  System system(scenario, seed);
  system.run_until(system.end());
  return system;
}

double good_share(const System& system) {
  const Counts counts = system.totals().counts;
  return static_cast<double>(counts.good) / static_cast<double>(counts.offered);
}

std::uint64_t failed_by(const System& system, Failure failure) {
  return system.totals().counts.by_reason[static_cast<std::size_t>(failure)];
}

PartState state_of(const System& system, std::string_view id) {
  const std::vector<PartState> states = system.parts();
  const auto found = std::find_if(states.begin(), states.end(),
                                  [id](const PartState& state) { return state.id == id; });
  REQUIRE(found != states.end());
  return *found;
}

std::uint64_t failed_in_second(const System& system, std::size_t second, Failure failure) {
  return system.series().at(second).counts.by_reason[static_cast<std::size_t>(failure)];
}

}  // namespace tenfold::model::test
