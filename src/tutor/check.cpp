// Checking facts and walks.
#include "tutor/check.h"

#include <algorithm>

#include "lesson/text.h"
#include "lesson/texts.h"
#include "lesson/words.h"
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

}  // namespace

std::vector<lesson::FileFault> check_facts(const lesson::Lesson& lesson, std::string_view file) {
  std::vector<lesson::FileFault> faults;
  const auto add = [&](std::string path, std::string reason) {
    faults.push_back({std::string(file), std::move(path), std::move(reason)});
  };
  std::vector<std::string> run;
  append(run, "", lesson.scenario);
  std::vector<std::string> stop = run;
  stop.push_back("took_ms");
  std::vector<std::string> fix = run;
  append(fix, "fix.", lesson::fixed_scenario(lesson));
  std::vector<std::string> worse = fix;
  append(worse, "worse.", lesson::worse_scenario(lesson));
  for (const lesson::LessonText& text : lesson::texts_of(lesson)) {
    const std::vector<std::string>& known = text.known == lesson::Known::run    ? run
                                            : text.known == lesson::Known::stop ? stop
                                            : text.known == lesson::Known::fix  ? fix
                                                                                : worse;
    for (const lesson::Mark& mark : lesson::marks_of(text.text)) {
      if (mark.kind != lesson::Mark::Kind::fact || has(known, mark.name)) continue;
      const std::vector<std::string_view> names(known.begin(), known.end());
      add(text.path, "quotes " + lesson::quoted(mark.name) +
                         (has(worse, mark.name)
                              ? ", which is not known yet where this is read"
                              : ", which is not a fact" + lesson::did_you_mean(mark.name, names)));
    }
  }
  if (!has(run, lesson.predict.fact)) {
    const std::vector<std::string_view> names(run.begin(), run.end());
    add("/predict/fact", "names " + lesson::quoted(lesson.predict.fact) + ", which is not a fact" +
                             lesson::did_you_mean(lesson.predict.fact, names));
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
    if (state.step_of_stop[i] >= 0) continue;
    faults.push_back({std::string(file), "/walk/stops/" + std::to_string(i),
                      "waits for " + walk.stops[i].part + " to " + walk.stops[i].doing +
                          ", which the followed request does not meet after the stop before"});
  }
  return faults;
}

}  // namespace tenfold::tutor
