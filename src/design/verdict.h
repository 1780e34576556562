// The verdict on a design, from runs: whether it meets its goals over many seeds, which parts it
// can lose, what it did not need, and what it costs beside the reference. The runs are made
// elsewhere, in rounds: take the trials, make them in any order and anywhere, and give back what
// they came to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "design/simpler.h"
#include "design/world.h"
#include "lesson/problem.h"
#include "model/scenario.h"
#include "model/system.h"

namespace tenfold::design {

inline constexpr int kVerdictSeeds = 20;
inline constexpr int kEnoughSeeds = 19;  // of them: the goals are met

// One run to be made, and judged by these goals. With `moments` the failures of each second are
// wanted as well: the series "failed".
struct Trial {
  model::Scenario scenario;
  std::uint64_t seed = 1;
  std::vector<model::Goal> goals;
  bool moments = false;
};

struct TrialResult {
  std::vector<model::GoalResult> goals;
  std::vector<double> failed;  // requests a second, by second; where moments were wanted
};
TrialResult run_trial(const Trial& trial);  // made at once

struct GoalVerdict {
  model::Goal goal;
  int met = 0;
  double worst = 0;  // of all seeds, as measured
};

struct Spare {
  std::vector<std::string> parts;  // alike, so that one was tried for all
  bool survives = false;           // the goals are met with one of them dead, the bill aside
};

struct Needless {
  std::string part;
  std::string text;  // "without Cache"
  double saves = 0;  // $ a month
};

class Verdict {
 public:
  // REQUIRES: problem and level outlive this.
  Verdict(const lesson::Problem& problem, const lesson::Level& level,
          const model::Scenario& design);

  // Why it cannot be tried at all; then there are no trials.
  const std::vector<Lack>& lacks() const { return locked_.lacks; }

  // What is to be run now; none when the verdict is there.
  const std::vector<Trial>& trials() const { return trials_; }
  // REQUIRES: one for each of trials(), in their order.
  void take(const std::vector<TrialResult>& results);
  // How many runs were made, and how many there will be at most.
  std::size_t runs_made() const { return made_; }
  std::size_t runs_at_most() const { return made_ + left_; }

  // Of the first round:
  int met() const { return met_; }  // seeds with all goals met
  bool is_met() const { return met_ >= kEnoughSeeds; }
  const std::vector<GoalVerdict>& goals() const { return goals_; }
  std::uint64_t worst_seed() const { return worst_seed_; }
  double worst_at_s() const { return worst_at_s_; }        // its second with the most failures
  double cost() const { return cost_; }                    // $ a month, on average
  double machines_cost() const { return machines_cost_; }  // without the bytes

  // Of the second, and then of the others; what is needless is only asked of what meets its goals.
  const std::vector<Spare>& spares() const { return spares_; }
  const std::vector<Needless>& needless() const { return needless_; }

  const model::Scenario& scenario() const { return locked_.scenario; }

 private:
  struct Attempt {
    Simpler simpler;
    int met = 0;
    int missed = 0;
    double cost = 0;  // of seed 1
  };

  void ask_seeds();
  void see_seeds(const std::vector<TrialResult>& results);
  void ask_spares();
  void see_spares(const std::vector<TrialResult>& results);
  void ask_attempts();
  void see_attempts(const std::vector<TrialResult>& results);
  void tell_needless();
  std::vector<model::Goal> with_cost() const;

  const lesson::Problem& problem_;
  const lesson::Level& level_;
  model::Scenario design_;
  Locked locked_;
  std::vector<Trial> trials_;
  std::size_t made_ = 0;
  std::size_t left_ = 0;
  int round_ = 0;

  int met_ = 0;
  std::vector<GoalVerdict> goals_;
  std::uint64_t worst_seed_ = 1;
  double worst_at_s_ = 0;
  double cost_ = 0;
  double first_cost_ = 0;  // of seed 1
  double machines_cost_ = 0;
  std::vector<Spare> spares_;
  std::vector<Attempt> attempts_;  // not given up yet
  std::vector<Needless> needless_;
};

}  // namespace tenfold::design
