#include "ui/part_card.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using tenfold::model::Scenario;
using tenfold::model::Zone;
using tenfold::ui::Icon;
using tenfold::ui::sign_of;

Scenario system_of_copies_and_jobs() {
  Scenario scenario;
  const auto add = [&scenario](const char* id, const char* kind) {
    scenario.parts.push_back({id, kind, id, {}, {}});
  };
  add("app", "app_server");
  add("jobs", "job_queue");
  add("worker", "app_server");
  add("reads", "replica_set");
  add("primary", "database");
  add("copy", "database");
  scenario.links = {{"app", "jobs", 1},      {"jobs", "worker", 1}, {"app", "reads", 1},
                    {"reads", "primary", 1}, {"reads", "copy", 1}};
  return scenario;
}

TEST_CASE("a server that only a queue sends work to is shown as a worker, and a copy as a replica") {
  const Scenario scenario = system_of_copies_and_jobs();
  CHECK(sign_of(scenario, 0).icon == Icon::app_server);
  CHECK(sign_of(scenario, 2).icon == Icon::worker);
  CHECK(sign_of(scenario, 2).zone == Zone::later);
  CHECK(sign_of(scenario, 4).icon == Icon::database);
  CHECK(sign_of(scenario, 5).icon == Icon::replica);
  CHECK(sign_of(scenario, 5).zone == Zone::data);
}

}  // namespace
