// Following requests, and what must hold of every path.
#pragma once

#include <string>
#include <vector>

#include "model/trace.h"

namespace tenfold::model::test {

// The life of the next request. It is not over when the run ends before.
Trace follow_next(System& system);

// Why this cannot be what the answer waited for; empty when it can. It must lead from the request's
// beginning to its end without a gap, in pieces of the trace's spans, and the times of its stays
// must add up to the request's.
std::string fault_of_path(const Trace& trace);

// The next request of a run of the scenario from a second on, its path checked.
Trace followed(const Scenario& scenario, double from_s);

}  // namespace tenfold::model::test
