// The steps by their names.
#include "tutor/lesson_state.h"

namespace tenfold::tutor {
namespace {

struct StepWords {
  std::string_view name;
  std::string_view title;
};

constexpr std::array<StepWords, kSteps> kWords = {{{"hook", "The failing system"},
                                                   {"walk", "One request"},
                                                   {"predict", "Predict"},
                                                   {"run", "Run"},
                                                   {"compare", "Compare"},
                                                   {"explain", "Why"},
                                                   {"challenge", "Fix it"},
                                                   {"worse", "What it made worse"},
                                                   {"questions", "Questions"},
                                                   {"next", "What breaks next"}}};

const StepWords& words_of(Step step) { return kWords[static_cast<std::size_t>(step)]; }

}  // namespace

std::string_view step_name(Step step) { return words_of(step).name; }
std::string_view step_title(Step step) { return words_of(step).title; }

std::optional<Step> step_named(std::string_view name) {
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i].name == name) return static_cast<Step>(i);
  }
  return std::nullopt;
}

}  // namespace tenfold::tutor
