// A lesson as checked values: everything a stage says and runs, read from one file in lessons/.
// Texts are plain sentences with **bold**, [glossary terms] and {facts} that a run fills in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/question.h"
#include "model/scenario.h"

namespace tenfold::lesson {

// A paragraph of sentences, or of code: then it is shown as it is, line by line.
struct Paragraph {
  std::string text;
  bool is_code = false;
};

using Paragraphs = std::vector<Paragraph>;

// A run that a lesson makes: the lesson's system with some edits, under a name that is shown.
struct Variant {
  enum class Role : std::uint8_t { nothing, fix, alternative };
  std::string id;
  std::string label;
  Role role = Role::nothing;
  std::vector<model::Edit> edits;
};

struct Hook {
  std::string title;
  Paragraphs text;
  std::string caption;  // states the claim and the number without any interaction
};

// One stop of the followed request: shown when the walk reaches that part doing that.
struct WalkStop {
  std::string part;   // a part's id
  std::string doing;  // one of model::kDoingNames
  std::string title;
  std::string text;    // may use {took_ms}
  std::string sample;  // optional: what travels, e.g. an HTTP request, shown in a fixed block
};

struct Walk {
  std::string title;
  Paragraphs text;
  std::vector<model::Edit> edits;  // makes the system quiet
  std::vector<WalkStop> stops;
};

struct PredictionOption {
  std::string text;
  double low = 0;
  double high = 0;
  std::string feedback;  // when this was said and another came out
};

// Said before the run and judged by that run. Either by one of its facts: the outcome is the option
// whose range [low, high) holds the fact. Or by a series of it, which is drawn.
struct Prediction {
  std::string prompt;
  std::string fact;  // a name from tutor's facts, e.g. "failed_share"
  std::vector<PredictionOption> options;
  Curve curve;
  std::string when_right;
  std::string when_low;  // curve: drawn too low
  std::string when_high;

  bool is_drawn() const { return options.empty(); }
};

struct Section {
  std::string title;
  Paragraphs text;
};

// One thing the learner decides before running the challenge; exactly one option is taken.
struct DecisionOption {
  std::string id;
  std::string label;
  std::vector<model::Edit> edits;
};

struct Decision {
  std::string id;
  std::string prompt;
  std::string initial;  // the option that stands at first
  std::vector<DecisionOption> options;
};

struct Choice {
  std::string decision;
  std::string option;
};

struct Challenge {
  std::string title;
  Paragraphs text;
  std::vector<model::Goal> goals;
  std::vector<Decision> decisions;
  // What is different this time, whatever was decided: made last, of the parts that are there then.
  std::vector<model::Edit> edits;
  std::vector<std::string> hints;  // three: where to look, which metric, which fix
  std::vector<Choice> solution;
  std::string when_met;
  std::string when_missed;
};

// What the fix made worse, seen in a run of the fixed system with these edits.
struct Worse {
  std::string title;
  Paragraphs text;
  std::vector<model::Edit> edits;
};

inline constexpr int kQuestionsAsked = 5;  // of a lesson's questions, at its end

struct Term {
  std::string term;
  std::string meaning;  // one sentence
};

struct Lesson {
  std::string id;  // "single-server"
  int stage = 0;   // its number: see stages.h
  std::string title;
  std::string idea;  // the one new idea, a sentence
  double users = 0;
  std::vector<std::string> teaches;  // kinds of part that the fix brings in; none: it needs no new
  double speed = 1;                  // simulated seconds a second that the stage's runs start at
  model::Scenario scenario;          // the failing system; its goals are the stage's objective
  Hook hook;
  std::vector<Walk> walk;  // none or one
  Prediction predict;
  Section run;      // what to watch
  Section compare;  // before and after, same requests
  Section explain;
  Challenge challenge;
  Worse worse;
  std::vector<Question> questions;
  Section next;
  std::vector<Variant> variants;  // exactly one `nothing`, exactly one `fix`
  std::vector<Term> glossary;
  Paragraphs omits;  // what the model leaves out
};

// REQUIRES: a lesson that was read without faults.
const Variant& fix_of(const Lesson& lesson);
const Variant& nothing_of(const Lesson& lesson);
model::Scenario with_edits(const model::Scenario& scenario, const std::vector<model::Edit>& edits);
model::Scenario fixed_scenario(const Lesson& lesson);
model::Scenario worse_scenario(const Lesson& lesson);
model::Scenario walk_scenario(const Lesson& lesson);  // REQUIRES: the lesson has a walk
// With one option by decision. REQUIRES: each is an index of that decision's options.
model::Scenario challenge_scenario(const Lesson& lesson, const std::vector<int>& chosen);
// With the fix as Compare has shown it: what a learner gets who copies it without thinking.
model::Scenario copied_scenario(const Lesson& lesson);
// Those edits that set or strike something of a part or link that the scenario has.
std::vector<model::Edit> edits_that_apply(const model::Scenario& scenario,
                                          const std::vector<model::Edit>& edits);
std::vector<int> solution_of(const Lesson& lesson);  // option by decision

// The run that answers a computed question put in that round, or shows the answer to another.
// REQUIRES: it is one of the lesson's; a computed one's round.
model::Scenario question_scenario(const Lesson& lesson, const Question& question, int round);

const Variant* find_variant(const Lesson& lesson, std::string_view id);           // nullptr: none
const Term* find_term(const std::vector<Term>& glossary, std::string_view name);  // nullptr: none
int option_index(const Decision& decision, std::string_view id);                  // -1: none

}  // namespace tenfold::lesson
