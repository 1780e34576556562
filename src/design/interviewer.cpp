// A sentence for each step that was skipped, and one for those that were not.
#include "design/interviewer.h"

#include <algorithm>

namespace tenfold::design {
namespace {

constexpr double kSameMoney = 0.02;

std::string dollars(double amount) { return "$" + std::to_string(static_cast<long>(amount + 0.5)); }

bool has_asked(const Talk& talk, const std::string& id) {
  return std::find(talk.asked.begin(), talk.asked.end(), id) != talk.asked.end();
}

std::string of_cost(const lesson::Level& level, const Talk& talk) {
  if (talk.cost < level.par * (1 - kSameMoney)) {
    return "You pay " + dollars(talk.cost) + " where I would have paid " + dollars(level.par) +
           ". Show me how.";
  }
  if (talk.cost <= level.par * (1 + kSameMoney)) return "It costs what mine does.";
  return "You pay " + dollars(talk.cost) + ". It can be done for " + dollars(level.par) + ".";
}

}  // namespace

std::vector<std::string> interviewers_words(const lesson::Problem& problem,
                                            const lesson::Level& level, const Talk& talk) {
  std::vector<std::string> praise;
  std::vector<std::string> skipped;
  bool asked_all = true;
  for (const lesson::Ask& ask : problem.asks) {
    if (!ask.matters || has_asked(talk, ask.id)) continue;
    asked_all = false;
    skipped.push_back("You did not ask: “" + ask.text + "” It decides " + ask.changes + ".");
  }
  if (asked_all) praise.emplace_back("You asked what had to be asked.");
  if (talk.sums_tried == 0) {
    skipped.emplace_back("You drew before you did a sum. One minute of it tells what is big here.");
  } else if (talk.sums_right == talk.sums_tried) {
    praise.emplace_back("Your sums were right.");
  } else {
    skipped.emplace_back("Look at your sums again. A design is no better than they are.");
  }
  if (!talk.is_met) {
    skipped.emplace_back("The goals are not met yet. Look at the worst run, and where it began.");
    praise.insert(praise.end(), skipped.begin(), skipped.end());
    return praise;
  }
  if (talk.needless > 0) {
    skipped.emplace_back("You did not stop in time: some of this can go, and nobody would notice.");
  } else {
    praise.emplace_back(level.holds ? "You saw that there was nothing to do. Few do."
                                    : "You stopped when it was enough.");
  }
  skipped.push_back(of_cost(level, talk));
  skipped.push_back("What I hoped to hear: " + problem.to_hear);
  praise.insert(praise.end(), skipped.begin(), skipped.end());
  return praise;
}

}  // namespace tenfold::design
