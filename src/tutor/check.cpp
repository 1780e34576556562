// Checking facts and walks.
#include "tutor/check.h"

#include <algorithm>
#include <array>

#include "lesson/text.h"
#include "lesson/texts.h"
#include "lesson/words.h"
#include "tutor/curves.h"
#include "tutor/facts.h"
#include "tutor/walk.h"

namespace tenfold::tutor {
namespace {

void append(std::vector<std::string>& names, std::string_view prefix,
            const model::Scenario& scenario) {
  for (const std::string& name : fact_names(scenario)) names.push_back(std::string(prefix) + name);
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The names that a text may quote, by the moment it is read at.
struct KnownNames {
  explicit KnownNames(const lesson::Lesson& lesson) {
    using lesson::Known;
    std::vector<std::string>& run = at(Known::run);
    append(run, "", lesson.scenario);
    at(Known::own) = run;
    at(Known::stop) = run;
    at(Known::stop).push_back("took_ms");
    at(Known::fix) = run;
    append(at(Known::fix), "fix.", lesson::fixed_scenario(lesson));
    at(Known::worse) = at(Known::fix);
    append(at(Known::worse), "worse.", lesson::worse_scenario(lesson));
  }
  std::vector<std::string>& at(lesson::Known known) {
    return by_moment[static_cast<std::size_t>(known)];
  }

  std::array<std::vector<std::string>, 5> by_moment;
};

// What a question's text may quote.
std::vector<std::string> names_of(const lesson::Lesson& lesson, const lesson::Question& question,
                                  lesson::Known moment) {
  std::vector<std::string> names;
  if (!question.computed()) return names;
  for (const model::Setting& value : question.rounds[0].values) names.push_back(value.name);
  if (moment == lesson::Known::asked) return names;
  append(names, "", lesson::question_scenario(lesson, question, 0));
  if (question.kind != lesson::Question::Kind::weak_point) return names;
  for (const lesson::QuestionOption& option : question.options) {
    for (const std::string_view name : {"good_share", "failed"}) {
      names.push_back("dead." + option.part + '.' + std::string(name));
    }
  }
  return names;
}

}  // namespace

std::vector<lesson::FileFault> check_facts(const lesson::Lesson& lesson, std::string_view file) {
  std::vector<lesson::FileFault> faults;
  KnownNames names(lesson);
  const auto check = [&](std::string path, const std::vector<std::string>& known,
                         std::string_view name) {
    if (has(known, name)) return;
    const std::vector<std::string_view> near(known.begin(), known.end());
    const bool later = has(names.at(lesson::Known::worse), name);
    faults.push_back({std::string(file), std::move(path),
                      "quotes " + lesson::quoted(name) +
                          (later ? ", which is not known yet where this is read"
                                 : ", which is not a fact" + lesson::did_you_mean(name, near))});
  };
  for (const lesson::LessonText& text : lesson::texts_of(lesson)) {
    for (const lesson::Mark& mark : lesson::marks_of(text.text)) {
      if (mark.kind != lesson::Mark::Kind::fact) continue;
      check(text.path,
            text.question == nullptr ? names.at(text.known)
                                     : names_of(lesson, *text.question, text.known),
            mark.name);
    }
  }
  if (lesson.predict.is_drawn()) {
    check("/predict/curve/series", curve_names(lesson.scenario), lesson.predict.curve.series);
  } else {
    check("/predict/fact", names.at(lesson::Known::run), lesson.predict.fact);
  }
  for (std::size_t i = 0; i < lesson.questions.size(); ++i) {
    const lesson::Question& question = lesson.questions[i];
    if (!question.computed()) continue;
    const std::string path = "/questions/" + std::to_string(i);
    const model::Scenario scenario = lesson::question_scenario(lesson, question, 0);
    if (!question.fact.empty()) check(path + "/fact", fact_names(scenario), question.fact);
    if (question.kind == lesson::Question::Kind::draw) {
      check(path + "/series", curve_names(scenario), question.curve.series);
    }
  }
  return faults;
}

std::vector<lesson::FileFault> check_walk(const lesson::Lesson& lesson, std::string_view file) {
  std::vector<lesson::FileFault> faults;
  if (lesson.walk.empty()) return faults;
  const lesson::Walk& walk = lesson.walk.front();
  const model::Scenario scenario = lesson::walk_scenario(lesson);
  model::System system(scenario, 1);
  const WalkState state = followed_walk(walk, scenario, system);
  for (std::size_t i = 0; i < walk.stops.size(); ++i) {
    if (state.span_of_stop[i] >= 0) continue;
    faults.push_back({std::string(file), "/walk/stops/" + std::to_string(i),
                      "waits for " + walk.stops[i].part + " to " + walk.stops[i].doing +
                          ", which the followed request does not meet after the stop before"});
  }
  return faults;
}

}  // namespace tenfold::tutor
