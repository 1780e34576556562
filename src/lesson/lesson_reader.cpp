// The lesson file, section by section, and what must hold between its sections so that it can be
// taught.
#include <algorithm>
#include <array>

#include "lesson/curve_reader.h"
#include "lesson/edits_reader.h"
#include "lesson/fields.h"
#include "lesson/lesson_reader.h"
#include "lesson/question_reader.h"
#include "lesson/ranges.h"
#include "lesson/references.h"
#include "lesson/scenario_reader.h"
#include "lesson/text.h"
#include "lesson/words.h"
#include "model/catalogue.h"
#include "model/trace.h"

namespace tenfold::lesson {
namespace {

constexpr std::array<double, 7> kSpeeds = {0.25, 0.5, 1, 2, 4, 8, 16};
constexpr std::size_t kMostCombinations = 2000;

class LessonReader {
 public:
  LessonReader(Report& report, const Node& root)
      : report_(report), fields_(report, {&root, ""}), edits_(report, root, lesson_.scenario) {}

  Lesson read() {
    fields_.optional("$schema");
    lesson_.id = fields_.id();
    lesson_.stage = fields_.stage();
    lesson_.title = fields_.title();
    lesson_.idea = fields_.text("idea");
    lesson_.users = fields_.number("users", 1, 1e9);
    read_teaches();
    read_speed();
    if (const auto at = fields_.required("scenario")) {
      lesson_.scenario = read_scenario_at(report_, *at);
      scenario_good_ = !report_.covers_inside(at->path);
    }
    read_variants();
    if (const auto at = fields_.optional("pieces")) edits_.read_pieces(*at);
    if (const auto at = fields_.required("hook")) read_hook(*at);
    if (const auto at = fields_.optional("walk")) read_walk(*at);
    if (const auto at = fields_.required("predict")) read_predict(*at);
    lesson_.run = section("run");
    lesson_.compare = section("compare");
    lesson_.explain = section("explain");
    if (const auto at = fields_.required("challenge")) read_challenge(*at);
    if (const auto at = fields_.required("worse")) read_worse(*at);
    const Showable showable{.scenario = scenario_good_ ? &lesson_.scenario : nullptr,
                            .variants = &lesson_.variants,
                            .edits = &edits_};
    fields_.list("questions", 5, 20, [&](const Cursor& at) {
      lesson_.questions.push_back(read_question_at(report_, at, showable));
    });
    check_ids(report_, "/questions", lesson_.questions);
    lesson_.next = section("next");
    fields_.list("glossary", 0, 60, [this](const Cursor& at) { read_term(at); });
    lesson_.omits = paragraphs(fields_, "omits");
    fields_.done();
    return std::move(lesson_);
  }

 private:
  // Sentences, or {"code": "…"}.
  Paragraphs paragraphs(Fields& fields, std::string_view key = "text") {
    Paragraphs read;
    fields.list(key, 1, 12, [&](const Cursor& item) {
      if (item.node->kind != Node::Kind::object) {
        read.push_back({.text = as_text(report_, item, kLongestText).value_or("")});
        return;
      }
      Fields code(report_, item);
      read.push_back({.text = code.text("code"), .is_code = true});
      code.done();
    });
    return read;
  }

  void read_teaches() {
    const auto at = fields_.optional("teaches");
    if (!at) return;
    std::vector<std::string_view> kinds;
    for (const model::KindInfo* kind : model::part_kinds()) kinds.push_back(kind->name);
    as_list(report_, *at, 1, 4, [&](const Cursor& item) {
      if (const auto kind = as_name(report_, item, kinds))
        lesson_.teaches.emplace_back(kinds[*kind]);
    });
  }

  void read_speed() {
    const auto at = fields_.optional("speed");
    if (!at) return;
    lesson_.speed = as_number(report_, *at, kSpeeds.front(), kSpeeds.back()).value_or(1);
    if (std::find(kSpeeds.begin(), kSpeeds.end(), lesson_.speed) == kSpeeds.end()) {
      report_.add(at->path,
                  "must be 0.25, 0.5, 1, 2, 4, 8 or 16; is " + number_word(lesson_.speed));
    }
  }

  Section section(std::string_view key) {
    const auto at = fields_.required(key);
    if (!at) return {};
    Fields fields(report_, *at);
    Section section{.title = fields.title(), .text = paragraphs(fields)};
    fields.done();
    return section;
  }

  void read_variants() {
    constexpr std::array<std::string_view, 3> kRoles = {"nothing", "fix", "alternative"};
    fixed_ = lesson_.scenario;
    std::array<std::size_t, 3> count{};
    bool roles_known = true;
    fields_.list("variants", 2, 12, [&](const Cursor& at) {
      Fields fields(report_, at);
      Variant variant;
      variant.id = fields.id();
      variant.label = fields.title("label");
      const std::size_t role = fields.name("role", kRoles);
      roles_known = roles_known && !report_.covers_inside(at.path + "/role");
      ++count[role];
      variant.role = static_cast<Variant::Role>(role);
      BuiltEdits built = edits_.read_named(fields);
      if (variant.role == Variant::Role::nothing && !built.edits.empty()) {
        report_.add(at.path + (built.borrowed > 0 ? "/from" : "/edits"),
                    "must be empty: doing nothing changes nothing");
      }
      if (variant.role == Variant::Role::fix && built.good && scenario_good_) {
        fixed_ = with_edits(lesson_.scenario, built.edits);
      }
      variant.edits = std::move(built.edits);
      fields.done();
      lesson_.variants.push_back(std::move(variant));
    });
    check_ids(report_, "/variants", lesson_.variants);
    if (!roles_known || report_.covers("/variants")) return;
    for (std::size_t role = 0; role < 2; ++role) {
      if (count[role] != 1) {
        report_.add("/variants", "needs exactly one with the role " + quoted(kRoles[role]) +
                                     ", has " + count_word(count[role]));
      }
    }
  }

  void read_hook(const Cursor& at) {
    Fields fields(report_, at);
    lesson_.hook = {
        .title = fields.title(), .text = paragraphs(fields), .caption = fields.text("caption")};
    fields.done();
  }

  void read_walk(const Cursor& at) {
    Fields fields(report_, at);
    Walk walk;
    walk.title = fields.title();
    walk.text = paragraphs(fields);
    model::Scenario quiet = lesson_.scenario;
    walk.edits = edits_.read_on(fields, quiet).edits;
    fields.list("stops", 1, 20, [&](const Cursor& item) {
      Fields stop_fields(report_, item);
      WalkStop stop;
      stop.part = stop_fields.id("part");
      stop.doing = model::kDoingNames[stop_fields.name("doing", model::kDoingNames)];
      stop.title = stop_fields.title();
      stop.text = stop_fields.text("text");
      if (const auto sample = stop_fields.optional("sample")) {
        stop.sample = as_text(report_, *sample, kLongestText).value_or("");
      }
      stop_fields.done();
      check_refers(report_, item.path + "/part", stop.part, quiet.parts, "part");
      walk.stops.push_back(std::move(stop));
    });
    fields.done();
    lesson_.walk.push_back(std::move(walk));
  }

  void read_predict(const Cursor& at) {
    Fields fields(report_, at);
    Prediction& predict = lesson_.predict;
    predict.prompt = fields.text("prompt");
    predict.when_right = fields.text("when_right");
    if (const auto curve = fields.optional("curve")) {
      read_drawn(*curve, fields);
      fields.done();
      return;
    }
    predict.fact = fields.text("fact");
    fields.list("options", 2, 6, [&](const Cursor& item) {
      Fields option_fields(report_, item);
      PredictionOption option;
      option.text = option_fields.text("text");
      const Range range = read_range(report_, option_fields);
      option.low = range.low;
      option.high = range.high;
      option.feedback = option_fields.text("feedback");
      option_fields.done();
      predict.options.push_back(std::move(option));
    });
    fields.done();
    if (!report_.covers_inside(at.path)) {
      check_ranges(report_, at.path + "/options", ranges_of(predict.options));
    }
  }

  void read_drawn(const Cursor& at, Fields& around) {
    Prediction& predict = lesson_.predict;
    predict.when_low = around.text("when_low");
    predict.when_high = around.text("when_high");
    for (const std::string_view key : {"fact", "options"}) {
      if (const auto other = around.optional(key)) {
        report_.add(other->path, "cannot stand beside a curve: a prediction is chosen or drawn");
      }
    }
    Fields fields(report_, at);
    predict.curve =
        read_curve(report_, fields, scenario_good_ ? lesson_.scenario : model::Scenario{});
    fields.done();
  }

  void read_challenge(const Cursor& at) {
    Fields fields(report_, at);
    Challenge& challenge = lesson_.challenge;
    challenge.title = fields.title();
    challenge.text = paragraphs(fields);
    const auto goals = fields.optional("goals");
    challenge.goals =
        goals ? read_goals(report_, *goals, lesson_.scenario.parts) : lesson_.scenario.goals;
    std::vector<model::PartSpec> parts = lesson_.scenario.parts;
    fields.list("decisions", 1, 8, [&](const Cursor& item) { read_decision(item, parts); });
    check_ids(report_, at.path + "/decisions", challenge.decisions);
    read_difference(fields, parts);
    fields.list("hints", 3, 3, [&](const Cursor& item) {
      challenge.hints.push_back(as_text(report_, item, kLongestText).value_or(""));
    });
    if (const auto solution = fields.required("solution")) read_solution(*solution);
    challenge.when_met = fields.text("when_met");
    challenge.when_missed = fields.text("when_missed");
    fields.done();
    if (scenario_good_ && options_good_ && !report_.covers_inside(at.path))
      check_combinations(at.path + "/decisions");
  }

  // What a challenge has that Compare had not: edits after those of all decisions, whose parts they
  // may name.
  void read_difference(Fields& fields, const std::vector<model::PartSpec>& parts) {
    const Node& node = *fields.at().node;
    if (node.kind != Node::Kind::object) return;
    if (find_member(node, "from") == nullptr && find_member(node, "edits") == nullptr) return;
    BuiltEdits built = edits_.read(fields, parts);
    lesson_.challenge.edits = std::move(built.edits);
    options_good_ = options_good_ && built.good;
  }

  void read_decision(const Cursor& at, std::vector<model::PartSpec>& parts) {
    Fields fields(report_, at);
    Decision decision;
    decision.id = fields.id();
    decision.prompt = fields.text("prompt");
    decision.initial = fields.id("initial");
    fields.list("options", 2, 8, [&](const Cursor& item) {
      Fields option_fields(report_, item);
      DecisionOption option;
      option.id = option_fields.id();
      option.label = option_fields.title("label");
      BuiltEdits built = edits_.read(option_fields, parts);
      option.edits = std::move(built.edits);
      parts = std::move(built.parts);
      options_good_ = options_good_ && built.good;
      option_fields.done();
      decision.options.push_back(std::move(option));
    });
    fields.done();
    check_ids(report_, at.path + "/options", decision.options);
    check_refers(report_, at.path + "/initial", decision.initial, decision.options, "option");
    lesson_.challenge.decisions.push_back(std::move(decision));
  }

  // {"size": "four"}: the keys are the decisions' ids.
  void read_solution(const Cursor& at) {
    Fields fields(report_, at);
    for (std::size_t i = 0; i < lesson_.challenge.decisions.size(); ++i) {
      const Decision& decision = lesson_.challenge.decisions[i];
      const auto option = fields.optional(decision.id);
      if (!option) continue;
      const std::string id = as_id(report_, *option).value_or("");
      check_refers(report_, option->path, id, decision.options, "option");
      lesson_.challenge.solution.push_back({decision.id, id});
    }
    fields.done();
    if (at.node->kind == Node::Kind::object && at.node->items.empty()) {
      report_.add(at.path, "must choose an option of at least one decision");
    }
  }

  // A learner may combine the options in any way, so every combination must make a system.
  void check_combinations(const std::string& path) {
    const std::vector<Decision>& decisions = lesson_.challenge.decisions;
    std::size_t combinations = 1;
    for (const Decision& decision : decisions) combinations *= decision.options.size();
    if (combinations > kMostCombinations) {
      report_.add(path, "have " + std::to_string(combinations) + " combinations; at most " +
                            std::to_string(kMostCombinations) + " can be checked");
      return;
    }
    for (std::size_t combination = 0; combination < combinations; ++combination) {
      Report tried("");
      model::Scenario scenario = lesson_.scenario;
      std::string names;
      std::size_t rest = combination;
      for (const Decision& decision : decisions) {
        const DecisionOption& option = decision.options[rest % decision.options.size()];
        rest /= decision.options.size();
        names += (names.empty() ? "" : ", ") + decision.id + " " + option.id;
        scenario = edited(tried, "edits", scenario, option.edits);
      }
      scenario =
          edited(tried, "edits", scenario, edits_that_apply(scenario, lesson_.challenge.edits));
      if (const std::vector<FileFault> faults = tried.take(); !faults.empty()) {
        report_.add(path, "cannot be combined as " + names + ": " + faults[0].reason);
        return;
      }
    }
  }

  void read_worse(const Cursor& at) {
    Fields fields(report_, at);
    model::Scenario made = fixed_;
    lesson_.worse = {.title = fields.title(),
                     .text = paragraphs(fields),
                     .edits = edits_.read_on(fields, made).edits};
    fields.done();
  }

  void read_term(const Cursor& at) {
    Fields fields(report_, at);
    Term term{.term = fields.title("term"), .meaning = fields.text("meaning")};
    fields.done();
    if (term.term.find_first_of("[]{}") != std::string::npos) {
      report_.add(at.path + "/term", "must be without [, ], { and }");
    }
    if (!term.term.empty() && find_term(lesson_.glossary, term.term) != nullptr) {
      report_.add(at.path + "/term", "is explained twice: " + quoted(term.term));
    }
    lesson_.glossary.push_back(std::move(term));
  }

  Report& report_;
  Fields fields_;
  Lesson lesson_;
  EditsReader edits_;
  model::Scenario fixed_;
  bool scenario_good_ = false;
  bool options_good_ = true;
};

}  // namespace

Lesson read_lesson_at(Report& report, const Node& root) {
  return LessonReader(report, root).read();
}

}  // namespace tenfold::lesson
