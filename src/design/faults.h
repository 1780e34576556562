// What a draft lacks before it can run, and what in it does nothing: said at the part or link it
// concerns, with what mends it. Both are found by trying: whatever the kinds' own checks say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "design/draft.h"
#include "design/step.h"

namespace tenfold::design {

struct DraftFault {
  std::string target;       // a part's id or a link's name; empty: the whole draft's
  std::string what;         // "App 2 is asked by nobody"
  std::string mend;         // "connect Balancer to it"; empty where nothing simple does
  std::vector<Step> steps;  // that mend it, in order; empty where they are not known
  bool stops_run = true;    // otherwise it runs, and what is said here has no effect on it
};
// "App 2 is asked by nobody: connect Balancer to it."
std::string sentence_of(const DraftFault& fault);

// Those that stop a run first.
std::vector<DraftFault> faults(const Draft& draft);
bool can_run(const Draft& draft);

}  // namespace tenfold::design
