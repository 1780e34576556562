// Each level's designs are locked as a learner's would be.
#include "design/problem_check.h"

#include <string>

#include "design/roles.h"
#include "design/world.h"
#include "lesson/text.h"
#include "lesson/wording.h"

namespace tenfold::design {
namespace {

class Checking {
 public:
  Checking(const lesson::Problem& problem, std::string_view file)
      : problem_(problem), file_(file) {}

  std::vector<lesson::FileFault> take() {
    for (std::size_t i = 0; i < problem_.brief.size(); ++i) {
      words("/brief/" + std::to_string(i), problem_.brief[i]);
    }
    words("/unsaid", problem_.unsaid);
    for (std::size_t i = 0; i < problem_.asks.size(); ++i) {
      const std::string at = "/questions/" + std::to_string(i);
      words(at + "/text", problem_.asks[i].text);
      words(at + "/answer", problem_.asks[i].answer);
    }
    for (std::size_t i = 0; i < problem_.sums.size(); ++i) {
      const std::string at = "/estimates/" + std::to_string(i);
      words(at + "/prompt", problem_.sums[i].prompt);
      words(at + "/worked", problem_.sums[i].worked);
    }
    for (std::size_t i = 0; i < problem_.levels.size(); ++i) {
      check(problem_.levels[i], "/levels/" + std::to_string(i));
    }
    words("/teaches", problem_.teaches);
    words("/to_hear", problem_.to_hear);
    words("/trap", problem_.trap);
    return std::move(faults_);
  }

 private:
  void add(std::string path, std::string reason) {
    faults_.push_back({file_, std::move(path), std::move(reason)});
  }

  void words(const std::string& path, std::string_view text) {
    for (const std::string_view sentence : lesson::sentences_of(text)) {
      const int count = lesson::count_words(sentence);
      if (count <= lesson::kMostInSentence) continue;
      add(path, "has a sentence of " + std::to_string(count) + " words; at most " +
                    std::to_string(lesson::kMostInSentence) + " are read in one go");
    }
  }

  void check(const lesson::Level& level, const std::string& path) {
    words(path + "/text", level.text);
    check(level, level.reference, path + "/reference");
    for (std::size_t i = 0; i < level.tempting.size(); ++i) {
      check(level, level.tempting[i].design, path + "/tempting/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < level.trouble.size(); ++i) {
      if (part_in_role(level.reference, level.trouble[i]).empty()) {
        add(path + "/trouble/" + std::to_string(i), "is of a part that the reference lacks");
      }
    }
  }

  void check(const lesson::Level& level, const model::Scenario& design, const std::string& path) {
    for (const Lack& lack : lock(problem_, level, design).lacks) add(path, lack.text);
  }

  const lesson::Problem& problem_;
  std::string file_;
  std::vector<lesson::FileFault> faults_;
};

}  // namespace

std::vector<lesson::FileFault> check_problem(const lesson::Problem& problem,
                                             std::string_view file) {
  return Checking(problem, file).take();
}

}  // namespace tenfold::design
