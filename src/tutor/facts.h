// Facts: the named numbers of a finished run that lesson texts may quote, such as {failed_share}
// or {p99_ms}. What is not a fact cannot be claimed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/system.h"

namespace tenfold::tutor {

struct Fact {
  std::string name;
  double value = 0;
  std::string shown;  // with its unit, as a learner reads it: "8.6 %", "1.9 s", "0:42"
};
using Facts = std::vector<Fact>;

// Of one run. Names include offered, good, failed, failed_share, good_share, queue_full, timed_out,
// server_down, database_down, out_of_memory, peak_rps, peak_rps_at, p50_ms, p99_ms (of good
// answers), worst_p99_ms, worst_p99_at, first_failure_at, strained_at, peak_in_system,
// peak_in_system_at, cost_month, mean_in_system, arrival_rps, mean_time_ms (of all requests: L = λ
// · W), and for each part ID: ID.mean_utilisation, ID.peak_utilisation, ID.peak_utilisation_at,
// ID.peak_waiting, ID.peak_waiting_at, and over the whole run ID.arrivals, ID.hit_ratio (of reads
// found in memory), ID.stale and ID.own_stale (answers from before the newest write, and before the
// asking user's own), ID.repeated and ID.dead_letters (jobs handed out once more, and given up),
// and ID.oldest (how long the first job in a queue had waited at the end); and of each clients
// part's own requests ID.offered, ID.failed, ID.good_share, ID.failed_share, ID.p50_ms and
// ID.p99_ms. Times that end in _at are seconds after the run's start; what did not happen has the
// run's duration.
Facts facts_of(const model::System& run, const model::Scenario& scenario);

// The fact that counts a kind of failure: "queue full" is counted by queue_full.
std::string fact_name(model::Failure failure);

const Fact* find_fact(const Facts& facts, std::string_view name);

// Appends them under a prefix, such as "fix.".
void add_facts(Facts& facts, std::string_view prefix, const Facts& more);

// The text with each {name} replaced; `prefix.name` reaches facts added under a prefix. A fact that
// is not known yet is shown as "…".
std::string fill(std::string_view text, const Facts& facts);

// Every fact name that facts_of would give for this scenario: what the lesson check allows.
std::vector<std::string> fact_names(const model::Scenario& scenario);

std::string show_share(double share);      // 0.0861 → "8.6 %"
std::string show_ms(double ms);            // 1900 → "1.9 s", 38.2 → "38 ms"
std::string show_clock(double at_s);       // 42 → "0:42"
std::string show_count(double count);      // 20134 → "20,134"
std::string show_people(double people);    // 300000 → "300,000", 2000000 → "2 million"
std::string show_dollars(double dollars);  // 140 → "$140"

}  // namespace tenfold::tutor
