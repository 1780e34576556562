// Work out of sight: a scenario to run, and what is wanted of the run. Whatever needs a run that
// nobody watches asks for one of these, and whoever makes it, here or elsewhere, comes to the same.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/scenario.h"
#include "model/system.h"
#include "tutor/facts.h"

namespace tenfold::tutor {

struct Job {
  model::Scenario scenario = {};  // REQUIRES: model::check(scenario) is empty
  std::uint64_t seed = 1;
  // Beside the facts, which every run has to tell:
  std::vector<model::Goal> goals = {};  // to be judged by
  std::string series = {};              // a curve of this name (see curves.h); empty: none
  std::vector<double> at_s = {};        // … at these times
};

struct JobResult {
  Facts facts;
  std::vector<model::GoalResult> goals;
  std::vector<double> curve;   // by at_s; zeros where there is no such series
  std::uint64_t events = 0;    // what it cost
  std::uint64_t log_hash = 0;  // equal wherever it was made
};

// What a run that has come to its end has to say. REQUIRES: a run of the job's scenario.
JobResult result_of(const Job& job, const model::System& run);

// Made at once, from beginning to end.
JobResult run_job(const Job& job);

// As bytes, for another instance of this very program; what it gives back, as bytes.
std::string to_bytes(const Job& job);
std::string to_bytes(const JobResult& result);
// False when the bytes are no such thing.
bool from_bytes(std::string_view bytes, Job& job);
bool from_bytes(std::string_view bytes, JobResult& result);

}  // namespace tenfold::tutor
