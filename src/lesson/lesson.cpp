// Finding things in a checked lesson, and the scenarios that its edits make.
#include "lesson/lesson.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "lesson/text.h"

namespace tenfold::lesson {
namespace {

const Variant& with_role(const Lesson& lesson, Variant::Role role) {
  const auto found = std::find_if(lesson.variants.begin(), lesson.variants.end(),
                                  [role](const Variant& variant) { return variant.role == role; });
  assert(found != lesson.variants.end());
  return *found;
}

// Whether what the edit speaks of is there. An edit that brings or takes something says so itself.
bool is_there(const model::Scenario& scenario, const model::Edit& edit) {
  using Kind = model::Edit::Kind;
  if (edit.kind != Kind::set && edit.kind != Kind::add_change) return true;
  const std::string& target = edit.kind == Kind::set ? edit.target : edit.change.change.part;
  if (model::names_link(target)) return model::find_link(scenario.links, target) != nullptr;
  return std::any_of(scenario.parts.begin(), scenario.parts.end(),
                     [&target](const model::PartSpec& part) { return part.id == target; });
}

// The system that a challenge is about, once it is built.
model::Scenario staged(const Lesson& lesson, const model::Scenario& built) {
  return with_edits(built, edits_that_apply(built, lesson.challenge.edits));
}

}  // namespace

const Variant& fix_of(const Lesson& lesson) { return with_role(lesson, Variant::Role::fix); }

const Variant& nothing_of(const Lesson& lesson) {
  return with_role(lesson, Variant::Role::nothing);
}

const Variant* find_variant(const Lesson& lesson, std::string_view id) {
  const auto found = std::find_if(lesson.variants.begin(), lesson.variants.end(),
                                  [id](const Variant& variant) { return variant.id == id; });
  return found == lesson.variants.end() ? nullptr : &*found;
}

const Term* find_term(const std::vector<Term>& glossary, std::string_view name) {
  const auto found = std::find_if(glossary.begin(), glossary.end(), [name](const Term& entry) {
    return same_term(entry.term, name);
  });
  return found == glossary.end() ? nullptr : &*found;
}

int option_index(const Decision& decision, std::string_view id) {
  const auto found = std::find_if(decision.options.begin(), decision.options.end(),
                                  [id](const DecisionOption& option) { return option.id == id; });
  return found == decision.options.end() ? -1 : static_cast<int>(found - decision.options.begin());
}

model::Scenario with_edits(const model::Scenario& scenario, const std::vector<model::Edit>& edits) {
  model::Scenario result = scenario;
  [[maybe_unused]] const std::vector<model::Fault> faults = model::apply_edits(result, edits);
  assert(faults.empty());
  return result;
}

model::Scenario fixed_scenario(const Lesson& lesson) {
  return with_edits(lesson.scenario, fix_of(lesson).edits);
}

model::Scenario worse_scenario(const Lesson& lesson) {
  return with_edits(fixed_scenario(lesson), lesson.worse.edits);
}

model::Scenario walk_scenario(const Lesson& lesson) {
  return with_edits(lesson.scenario, lesson.walk.front().edits);
}

model::Scenario challenge_scenario(const Lesson& lesson, const std::vector<int>& chosen) {
  const std::vector<Decision>& decisions = lesson.challenge.decisions;
  assert(chosen.size() == decisions.size());
  model::Scenario scenario = lesson.scenario;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const DecisionOption& option = decisions[i].options[static_cast<std::size_t>(chosen[i])];
    scenario = with_edits(scenario, option.edits);
  }
  return staged(lesson, scenario);
}

model::Scenario copied_scenario(const Lesson& lesson) {
  return staged(lesson, fixed_scenario(lesson));
}

std::vector<model::Edit> edits_that_apply(const model::Scenario& scenario,
                                          const std::vector<model::Edit>& edits) {
  std::vector<model::Edit> apply;
  std::copy_if(edits.begin(), edits.end(), std::back_inserter(apply),
               [&scenario](const model::Edit& edit) { return is_there(scenario, edit); });
  return apply;
}

model::Scenario question_scenario(const Lesson& lesson, const Question& question, int round) {
  const Variant* variant = find_variant(lesson, question.show);
  assert(variant != nullptr);
  const model::Scenario scenario = with_edits(lesson.scenario, variant->edits);
  if (!question.computed()) return with_edits(scenario, question.show_edits);
  return with_edits(scenario, question.rounds[static_cast<std::size_t>(round)].edits);
}

std::vector<int> solution_of(const Lesson& lesson) {
  std::vector<int> solution;
  for (const Decision& decision : lesson.challenge.decisions) {
    std::string_view option = decision.initial;
    for (const Choice& choice : lesson.challenge.solution) {
      if (choice.decision == decision.id) option = choice.option;
    }
    solution.push_back(option_index(decision, option));
  }
  return solution;
}

}  // namespace tenfold::lesson
