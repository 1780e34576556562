// The files of rooms.
#include <algorithm>

#include "lesson/fields.h"
#include "lesson/question_reader.h"
#include "lesson/room.h"
#include "lesson/scenario_reader.h"
#include "lesson/stages.h"
#include "lesson/text.h"
#include "lesson/words.h"

namespace tenfold::lesson {
namespace {

template <typename Named>
std::vector<std::string_view> ids_of(const std::vector<Named>& things) {
  std::vector<std::string_view> ids;
  for (const Named& thing : things) ids.push_back(thing.id);
  return ids;
}

class RoomReader {
 public:
  RoomReader(Report& report, const Node& root) : report_(report), fields_(report, {&root, ""}) {}

  Room read() {
    fields_.optional("$schema");
    room_.name = fields_.id("room");
    room_.title = fields_.title();
    room_.text = paragraphs(fields_, "text");
    each(fields_, "sections", 40, [this](const Cursor& at) { read_section(at); });
    each(fields_, "signs", 12, [this](const Cursor& at) { read_sign(at); });
    each(fields_, "rows", 40, [this](const Cursor& at) { read_row(at); });
    check_ids("/rows", ids_of(room_.rows));
    each(fields_, "weighings", 6, [this](const Cursor& at) { read_weighing(at); });
    each(fields_, "interviews", 12, [this](const Cursor& at) { read_interview(at); });
    check_ids("/interviews", ids_of(room_.interviews));
    each(fields_, "systems", 12, [this](const Cursor& at) { read_system(at); });
    each(fields_, "questions", 20, [this](const Cursor& at) {
      const std::vector<Variant> none;
      room_.questions.push_back(read_question_at(report_, at, {nullptr, &none}));
    });
    check_ids("/questions", ids_of(room_.questions));
    each(fields_, "glossary", 60, [this](const Cursor& at) { read_term(at); });
    if (fields_.optional("signature")) room_.signature = fields_.title("signature");
    each(fields_, "theory", 200, [this](const Cursor& at) { read_theory(at); });
    each(fields_, "matrix", 200, [this](const Cursor& at) { read_matrix(at); });
    if (const auto at = fields_.optional("live")) read_live(*at);
    fields_.done();
    check_terms();
    return std::move(room_);
  }

 private:
  // A list that may be left out.
  template <typename Each>
  void each(Fields& fields, std::string_view key, std::size_t most, const Each& read) {
    if (const auto at = fields.optional(key)) as_list(report_, *at, 1, most, read);
  }

  // With the terms they mark noted, to be looked up once the glossary is read.
  std::string marked(const Cursor& at) {
    std::string text = as_text(report_, at, kLongestText).value_or("");
    for (const Mark& mark : marks_of(text)) {
      if (mark.end == std::string_view::npos) {
        report_.add(at.path, "opens a mark that is never closed");
      } else if (mark.kind == Mark::Kind::fact) {
        report_.add(at.path, "quotes " + quoted(mark.name) + ", but no run's facts work here");
      } else if (mark.kind == Mark::Kind::term) {
        terms_.push_back({at.path, std::string(mark.name)});
      }
    }
    return text;
  }
  std::string text(Fields& fields, std::string_view key) {
    const auto at = fields.required(key);
    return at ? marked(*at) : "";
  }
  Texts paragraphs(Fields& fields, std::string_view key) {
    Texts texts;
    each(fields, key, 12, [&](const Cursor& at) { texts.push_back(marked(at)); });
    return texts;
  }

  void check_ids(const std::string& path, const std::vector<std::string_view>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto first = std::find(ids.begin(), ids.end(), ids[i]) - ids.begin();
      if (!ids[i].empty() && static_cast<std::size_t>(first) < i) {
        report_.add(path + '/' + std::to_string(i) + "/id", "is used twice: " + quoted(ids[i]));
      }
    }
  }

  void check_refers(const std::string& path, const std::string& id,
                    const std::vector<std::string_view>& ids) {
    if (id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end()) return;
    report_.add(path, "names " + quoted(id) + ", which is not there" + did_you_mean(id, ids));
  }

  void read_section(const Cursor& at) {
    Fields fields(report_, at);
    RoomSection& section = room_.sections.emplace_back();
    section.title = fields.title();
    section.text = paragraphs(fields, "text");
    section.list = paragraphs(fields, "list");
    each(fields, "tables", 4, [&](const Cursor& item) { read_table(item, section); });
    each(fields, "stages", 10, [&](const Cursor& item) {
      section.stages.push_back(static_cast<int>(as_number(report_, item, 1, kStages).value_or(1)));
    });
    fields.done();
  }

  void read_table(const Cursor& at, RoomSection& section) {
    Fields fields(report_, at);
    Table& table = section.tables.emplace_back();
    table.caption = fields.title("caption");
    fields.list("rows", 2, 40, [&](const Cursor& row) {
      Texts& cells = table.rows.emplace_back();
      as_list(report_, row, 2, 8, [&](const Cursor& cell) {
        cells.push_back(as_text(report_, cell, kLongestText).value_or(""));
      });
      if (cells.size() != table.rows.front().size()) {
        report_.add(row.path, "must have as many cells as the first row");
      }
    });
    fields.done();
  }

  void read_sign(const Cursor& at) {
    Fields fields(report_, at);
    read_option(fields, room_.signs.emplace_back());
    fields.done();
  }

  void read_row(const Cursor& at) {
    Fields fields(report_, at);
    SheetRow& row = room_.rows.emplace_back();
    row.id = fields.id();
    row.bottleneck = fields.title("bottleneck");
    row.symptom = text(fields, "symptom");
    fields.list("signs", 1, 4, [&](const Cursor& item) {
      row.signs.push_back(as_id(report_, item).value_or(""));
      check_refers(item.path, row.signs.back(), ids_of(room_.signs));
    });
    row.fix = text(fields, "fix");
    row.cost = text(fields, "cost");
    row.metric = fields.title("metric");
    row.stage = fields.stage();
    if (const auto proof = fields.required("proof")) {
      constexpr std::array<std::string_view, 2> kWays = {"rises", "falls"};
      Fields its(report_, *proof);
      row.proof = its.title("name");
      row.fact = its.title("fact");
      row.falls = its.name("way", kWays) == 1;
      row.factor = its.number("times", 1.01, 1e6);
      its.done();
    }
    if (const auto run = fields.required("run")) read_run(*run, row.run);
    fields.done();
  }

  // {"stage": 3}, {"stage": 9, "before": …, "after": …} or {"scenario": …, "label": …, "edits": …}
  void read_run(const Cursor& at, RunPair& run) {
    Fields fields(report_, at);
    if (const auto scenario = fields.optional("scenario")) {
      run.scenario = read_scenario_at(report_, *scenario);
      run.label = fields.title("label");
      run.edits = read_changes(fields, run.scenario, run.scenario);
    } else {
      run.stage = fields.stage();
      for (const auto& [key, id] : {std::pair("before", &run.before), {"after", &run.after}}) {
        if (const auto found = fields.optional(key)) *id = as_id(report_, *found).value_or("");
      }
    }
    fields.done();
  }

  // The edits of an object, tried out on `base`; `result` receives what they make.
  std::vector<model::Edit> read_changes(Fields& fields, const model::Scenario& base,
                                        model::Scenario& result) {
    const auto at = fields.required("edits");
    if (!at) return {};
    std::vector<model::PartSpec> parts = base.parts;
    std::vector<model::Edit> edits = read_edits(report_, *at, parts);
    if (report_.clean()) {
      model::Scenario made = edited(report_, at->path, base, edits);
      if (&result != &base) result = std::move(made);
    }
    return edits;
  }

  void read_option(Fields& fields, RoomOption& option) {
    option.id = fields.id();
    option.label = fields.title("label");
  }

  void read_weighing(const Cursor& at) {
    Fields fields(report_, at);
    Weighing& weighing = room_.weighings.emplace_back();
    weighing.title = fields.title();
    weighing.text = paragraphs(fields, "text");
    if (const auto scenario = fields.required("scenario")) {
      weighing.scenario = read_scenario_at(report_, *scenario);
    }
    std::vector<model::Scenario> answered;
    fields.list("answers", 2, 6, [&](const Cursor& item) {
      Fields its(report_, item);
      RoomOption& answer = weighing.answers.emplace_back();
      read_option(its, answer);
      answer.edits = read_changes(its, weighing.scenario, answered.emplace_back(weighing.scenario));
      its.done();
    });
    check_ids(at.path + "/answers", ids_of(weighing.answers));
    if (answered.empty()) answered.push_back(weighing.scenario);  // noted above
    fields.list("conditions", 1, 6, [&](const Cursor& item) {
      read_condition(item, answered, weighing.conditions.emplace_back());
    });
    check_ids(at.path + "/conditions", ids_of(weighing.conditions));
    fields.done();
  }

  // Its options' edits have to work on every answer's system.
  void read_condition(const Cursor& at, const std::vector<model::Scenario>& answered,
                      Condition& condition) {
    Fields fields(report_, at);
    condition.id = fields.id();
    condition.prompt = fields.text("prompt");
    const std::string initial = fields.id("initial");
    fields.list("options", 2, 8, [&](const Cursor& item) {
      Fields its(report_, item);
      RoomOption& option = condition.options.emplace_back();
      read_option(its, option);
      if (const auto goals = its.optional("goals")) {
        option.goals = read_goals(report_, *goals, answered.front().parts);
      }
      const auto edits = its.optional("edits");
      for (const model::Scenario& scenario : answered) {
        if (!edits || !report_.clean()) continue;
        std::vector<model::PartSpec> parts = scenario.parts;
        option.edits = read_edits(report_, *edits, parts);
        if (report_.clean()) edited(report_, edits->path, scenario, option.edits);
      }
      its.done();
      if (option.id == initial) {
        condition.initial = static_cast<int>(condition.options.size()) - 1;
      }
    });
    const std::vector<std::string_view> ids = ids_of(condition.options);
    check_ids(at.path + "/options", ids);
    check_refers(at.path + "/initial", initial, ids);
    fields.done();
  }

  void read_interview(const Cursor& at) {
    Fields fields(report_, at);
    Interview& interview = room_.interviews.emplace_back();
    interview.id = fields.id();
    interview.title = fields.title();
    interview.text = paragraphs(fields, "text");
    interview.minutes = static_cast<int>(fields.number("minutes", 1, 120));
    if (const auto moves = fields.required("moves")) {
      as_list(report_, *moves, 4, 24,
              [&](const Cursor& item) { read_move(item, interview.moves.emplace_back()); });
      const std::vector<std::string_view> ids = ids_of(interview.moves);
      check_ids(moves->path, ids);
      for (std::size_t i = 0; i < interview.moves.size(); ++i) {
        for (const std::string& id : interview.moves[i].after) {
          check_refers(moves->path + '/' + std::to_string(i) + "/after", id, ids);
        }
      }
    }
    fields.done();
  }

  void read_move(const Cursor& at, Move& move) {
    constexpr std::array<std::string_view, 5> kPhases = {"clarify", "estimate", "simple", "evolve",
                                                         "stop"};
    Fields fields(report_, at);
    move.id = fields.id();
    move.phase = static_cast<Move::Phase>(fields.name("phase", kPhases));
    move.text = text(fields, "text");
    if (const auto needed = fields.optional("needed")) move.needed = as_truth(report_, *needed);
    each(fields, "after", 8,
         [&](const Cursor& item) { move.after.push_back(as_id(report_, item).value_or("")); });
    int right = 0;
    each(fields, "reasons", 4, [&](const Cursor& item) {
      Fields its(report_, item);
      Reason& reason = move.reasons.emplace_back();
      reason.text = its.text("text");
      if (const auto found = its.optional("right")) reason.right = as_truth(report_, *found);
      reason.feedback = its.text("feedback");
      its.done();
      right += reason.right ? 1 : 0;
    });
    if (!move.reasons.empty() && right != 1 && !report_.covers_inside(at.path)) {
      report_.add(at.path + "/reasons", "need exactly one with \"right\": true");
    }
    move.feedback = fields.text("feedback");
    fields.done();
  }

  void read_system(const Cursor& at) {
    Fields fields(report_, at);
    WeakSystem& system = room_.systems.emplace_back();
    system.id = fields.id();
    system.text = paragraphs(fields, "text");
    if (const auto scenario = fields.required("scenario")) {
      system.scenario = read_scenario_at(report_, *scenario);
    }
    system.when_found = text(fields, "when_found");
    fields.done();
  }

  void read_term(const Cursor& at) {
    Fields fields(report_, at);
    room_.glossary.push_back({.term = fields.title("term"), .meaning = fields.text("meaning")});
    fields.done();
  }

  void read_theory(const Cursor& at) {
    Fields fields(report_, at);
    TheoryRow& row = room_.theory.emplace_back();
    row.name = fields.title("name");
    row.expected = fields.number("expected", 0, 1e9);
    row.simulated = fields.number("simulated", 0, 1e9);
    row.half_width = fields.number("half_width", 0, 1e9);
    fields.done();
  }

  void read_matrix(const Cursor& at) {
    constexpr std::array<std::string_view, 5> kRoles = {"nothing", "fix", "alternative", "copied",
                                                        "solution"};
    Fields fields(report_, at);
    MatrixRow& row = room_.matrix.emplace_back();
    row.stage = fields.stage();
    row.title = fields.title();
    row.id = fields.id();
    row.label = fields.title("label");
    row.role = static_cast<MatrixRow::Role>(fields.name("role", kRoles));
    row.of = static_cast<int>(fields.number("of", 1, 1e5));
    row.wins = static_cast<int>(fields.number("wins", 0, std::max(row.of, 1)));
    fields.done();
  }

  void read_live(const Cursor& at) {
    Fields fields(report_, at);
    LiveRow& live = room_.live.emplace();
    live.row = fields.title("row");
    live.unit_ms = fields.number("unit_ms", 0.001, 60'000);
    if (const auto scenario = fields.required("scenario")) {
      live.scenario = read_scenario_at(report_, *scenario);
    }
    fields.done();
    std::vector<std::string_view> names;
    for (const TheoryRow& row : room_.theory) {
      names.push_back(row.name);
      if (row.name == live.row) live.expected_ms = row.expected * live.unit_ms;
    }
    check_refers(at.path + "/row", live.row, names);
  }

  void check_terms() {
    for (const auto& [path, name] : terms_) {
      if (find_term(room_.glossary, name) != nullptr) continue;
      report_.add(
          path, "marks the term " + quoted(name) + ", which this file's glossary does not explain");
    }
  }

  struct MarkedTerm {
    std::string path;
    std::string name;
  };

  Report& report_;
  Fields fields_;
  Room room_;
  std::vector<MarkedTerm> terms_;
};

}  // namespace

ReadRoom read_room(std::string_view text, std::string_view file) {
  Report report(file);
  ReadRoom result;
  const ParsedJson parsed = parse_json(text);
  if (parsed.reason.empty()) {
    result.room = RoomReader(report, parsed.root).read();
  } else {
    report.add(parsed.path, parsed.reason);
  }
  result.faults = report.take();
  return result;
}

RunPairScenarios scenarios_of(const RunPair& run, const Lesson* lesson) {
  if (run.stage == 0) {
    return {true, run.scenario.title, run.scenario, run.label, with_edits(run.scenario, run.edits)};
  }
  if (lesson == nullptr) return {};
  const Variant* before =
      run.before.empty() ? &nothing_of(*lesson) : find_variant(*lesson, run.before);
  const Variant* after = run.after.empty() ? &fix_of(*lesson) : find_variant(*lesson, run.after);
  if (before == nullptr || after == nullptr) return {};
  return {true, before->label, with_edits(lesson->scenario, before->edits), after->label,
          with_edits(lesson->scenario, after->edits)};
}

}  // namespace tenfold::lesson
