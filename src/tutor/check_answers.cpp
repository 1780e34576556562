// Whether the simulator gives what is computed one answer, whoever asks: a question with every
// combination of its fresh values, over several seeds, and not by a hair; a drawn prediction too.
#include <algorithm>
#include <cmath>

#include "lesson/words.h"
#include "tutor/check.h"
#include "tutor/drawing.h"
#include "tutor/facts.h"
#include "tutor/outcome.h"

namespace tenfold::tutor {
namespace {

using lesson::number_word;
using lesson::Question;
using Kind = Question::Kind;

constexpr std::uint64_t kSeeds = 3;
constexpr double kLead = 0.1;    // of the busiest part over the next
constexpr double kClear = 0.05;  // of a part's good share from the limit

struct Spread {
  double least = 0;
  double most = 0;
  double width() const { return most - least; }
  double middle() const { return (least + most) / 2; }
};

Spread spread_of(const std::vector<Outcome>& outcomes, std::size_t index) {
  Spread spread{outcomes[0].value[index], outcomes[0].value[index]};
  for (const Outcome& outcome : outcomes) {
    spread.least = std::min(spread.least, outcome.value[index]);
    spread.most = std::max(spread.most, outcome.value[index]);
  }
  return spread;
}

std::string range_in_words(const Spread& spread) {
  return number_word(spread.least) + " to " + number_word(spread.most);
}

// As far from the bounds as the runs lie apart.
std::string range_fault(const Question& question, const std::vector<Outcome>& outcomes) {
  const Spread spread = spread_of(outcomes, 0);
  for (const lesson::QuestionOption& option : question.options) {
    const bool inside =
        spread.least - spread.width() >= option.low && spread.most + spread.width() < option.high;
    if (inside) return "";
  }
  return "gives " + question.fact + " of " + range_in_words(spread) +
         ", too near a bound of the options";
}

std::string number_fault(const Question& question, const std::vector<Outcome>& outcomes) {
  const Spread spread = spread_of(outcomes, 0);
  if (spread.width() <= question.tolerance * std::abs(spread.middle())) return "";
  return "gives " + question.fact + " of " + range_in_words(spread) +
         ", which differ by more than the tolerance";
}

std::string bottleneck_fault(const Question& question, const std::vector<Outcome>& outcomes) {
  for (const Outcome& outcome : outcomes) {
    std::vector<double> busy = outcome.value;
    std::sort(busy.begin(), busy.end(), std::greater<>());
    if (outcome.right == outcomes[0].right && busy[0] - busy[1] >= kLead) continue;
    std::string words;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      words += (i > 0 ? ", " : "") + question.options[i].part + ' ' + show_share(outcome.value[i]);
    }
    return "has no part that is clearly the busiest: " + words;
  }
  return "";
}

std::string weak_point_fault(const Question& question, const std::vector<Outcome>& outcomes) {
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const Spread spread = spread_of(outcomes, i);
    const double limit = question.down_below;
    if (spread.least > limit + kClear || spread.most < limit - kClear) continue;
    return "leaves it open whether " + question.options[i].part + " is one: without it " +
           range_in_words(spread) + " are answered in time";
  }
  const std::vector<bool>& right = outcomes[0].right;
  const auto weak = static_cast<std::size_t>(std::count(right.begin(), right.end(), true));
  if (weak > 0 && weak < right.size()) return "";
  return weak == 0 ? "has no part whose death takes the system down"
                   : "has no part that the system survives";
}

std::string curve_fault(const lesson::Curve& curve, const std::vector<Outcome>& outcomes) {
  const double height = curve.high - curve.low;
  const std::vector<double> moments = moments_of(curve);
  std::vector<double> apart;
  std::vector<double> from_middle;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const Spread spread = spread_of(outcomes, i);
    if (spread.least < curve.low || spread.most > curve.high) {
      return "comes to " + range_in_words(spread) + " at " + number_word(moments[i]) +
             " s, which cannot be drawn";
    }
    apart.push_back(spread.width());
    from_middle.push_back(std::abs(spread.middle() - (curve.low + curve.high) / 2));
  }
  const std::vector<double> none(curve.at_s.size());
  const double allowed = curve.tolerance * height;
  if (side_of(at_points(curve, apart), none, allowed) != Side::right) {
    return "differs from run to run by more than the tolerance";
  }
  const bool level = side_of(at_points(curve, from_middle), none, allowed) == Side::right;
  return level ? "is right when nothing is drawn" : "";
}

std::string fault_of(const Question& question, const std::vector<Outcome>& outcomes) {
  switch (question.kind) {
    case Kind::simulated:
      return range_fault(question, outcomes);
    case Kind::number:
      return number_fault(question, outcomes);
    case Kind::bottleneck:
      return bottleneck_fault(question, outcomes);
    case Kind::weak_point:
      return weak_point_fault(question, outcomes);
    case Kind::draw:
      return curve_fault(question.curve, outcomes);
    case Kind::one:
    case Kind::several:
    case Kind::order:
      break;
  }
  return "";
}

std::string values_in_words(const Question& question, int round) {
  std::string words;
  for (const Fact& value : fresh_facts(question, round)) {
    words += (words.empty() ? "with " : ", ") + value.name + ' ' + value.shown;
  }
  return words.empty() ? "" : words + ' ';
}

}  // namespace

std::vector<lesson::FileFault> check_answer(const lesson::Lesson& lesson, std::size_t index,
                                            std::string_view file) {
  const Question& question = lesson.questions[index];
  std::vector<lesson::FileFault> faults;
  for (int round = 0; round < static_cast<int>(question.rounds.size()); ++round) {
    std::vector<Outcome> outcomes;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
      std::vector<JobResult> results;
      for (const Job& trial : trials_of(lesson, question, round, seed)) {
        results.push_back(run_job(trial));
      }
      outcomes.push_back(outcome_of(question, results));
    }
    const std::string fault = fault_of(question, outcomes);
    if (fault.empty()) continue;
    faults.push_back({std::string(file), "/questions/" + std::to_string(index),
                      values_in_words(question, round) + fault});
  }
  return faults;
}

std::optional<std::size_t> predicted_option(const lesson::Lesson& lesson) {
  if (lesson.predict.is_drawn()) return std::nullopt;
  model::System system(lesson.scenario, 1);
  system.run_until(system.end());
  const Facts facts = facts_of(system, lesson.scenario);
  const Fact* fact = find_fact(facts, lesson.predict.fact);
  const auto& options = lesson.predict.options;
  for (std::size_t i = 0; fact != nullptr && i < options.size(); ++i) {
    if (fact->value >= options[i].low && fact->value < options[i].high) return i;
  }
  return std::nullopt;
}

std::vector<lesson::FileFault> check_prediction(const lesson::Lesson& lesson,
                                                std::string_view file) {
  if (!lesson.predict.is_drawn()) return {};
  const lesson::Curve& curve = lesson.predict.curve;
  std::vector<Outcome> outcomes;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    outcomes.emplace_back().value = run_job({.scenario = lesson.scenario,
                                             .seed = seed,
                                             .series = curve.series,
                                             .at_s = moments_of(curve)})
                                        .curve;
  }
  const std::string fault = curve_fault(curve, outcomes);
  if (fault.empty()) return {};
  return {{std::string(file), "/predict/curve", fault}};
}

}  // namespace tenfold::tutor
