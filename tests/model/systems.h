// Small systems for the tests, and short ways to change and run them.
#pragma once

#include <string>
#include <string_view>

#include "model/system.h"

namespace tenfold::model::test {

Setting number(std::string_view name, double value);
Setting text(std::string_view name, std::string_view value);

// A part of the scenario by id; it must be there.
PartSpec& part(Scenario& scenario, std::string_view id);
void set(Scenario& scenario, std::string_view id, const Setting& setting);

// Steady users → app and database on one machine ("users", "app", "data", "box").
// At 100 requests a second its two processors are in use for less than half the time.
Scenario one_box(double rate_rps = 100, double duration_s = 20);

// The same with the database on a machine of its own ("data_box").
Scenario two_boxes(double rate_rps = 100, double duration_s = 20);

// Thousands come within a minute, more than one small machine can answer.
Scenario launch();

// Users → balancer "lb" → app servers "app0", "app1", … on a general-4 each → database.
Scenario balanced(int servers, double rate_rps, double duration_s = 20);

// Users → app → database, each so quick that only what a test adds takes time.
Scenario quick(double rate_rps, double duration_s);

Change kill(std::string_view id);
Change heal(std::string_view id);
Change change(std::string_view id, const Setting& setting);

// Runs a scenario to its end, having checked that it can be run.
System run(const Scenario& scenario, std::uint64_t seed = 1);

double good_share(const System& system);
std::uint64_t failed_by(const System& system, Failure failure);
PartState state_of(const System& system, std::string_view id);
// Requests that ended with the failure in one second of the run, from 0.
std::uint64_t failed_in_second(const System& system, std::size_t second, Failure failure);

}  // namespace tenfold::model::test
