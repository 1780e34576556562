// The files of design problems. A level's designs are told as edits of an empty sheet, of the
// level before's reference, or of its own.
#include <algorithm>
#include <array>

#include "lesson/another.h"
#include "lesson/fields.h"
#include "lesson/json.h"
#include "lesson/problem.h"
#include "lesson/scenario_reader.h"
#include "lesson/words.h"

namespace tenfold::lesson {
inline namespace later {  // see tutor/room_kind.h
namespace {

constexpr std::size_t kAsks = 5;
constexpr int kAsksThatMatter = 3;
constexpr double kMost = 1e15;

class ProblemReader {
 public:
  ProblemReader(Report& report, const Node& root) : report_(report), fields_(report, {&root, ""}) {}

  Problem read() {
    fields_.optional("$schema");
    problem_.id = fields_.id("problem");
    problem_.title = fields_.title();
    fields_.list("brief", 1, 4, [this](const Cursor& at) {
      problem_.brief.push_back(as_text(report_, at, kLongestText).value_or(""));
    });
    problem_.unsaid = fields_.text("unsaid");
    fields_.list("palette", 2, 16, [this](const Cursor& at) { read_kind(at); });
    fields_.list("questions", kAsks, kAsks, [this](const Cursor& at) { read_ask(at); });
    check_asks();
    const auto sums = fields_.required("estimates");
    fields_.list("levels", 1, 3, [this](const Cursor& at) { read_level(at); });
    if (sums) as_list(report_, *sums, 2, 6, [this](const Cursor& at) { read_sum(at); });
    problem_.teaches = fields_.text("teaches");
    problem_.to_hear = fields_.text("to_hear");
    problem_.trap = fields_.text("trap");
    fields_.done();
    return std::move(problem_);
  }

 private:
  void read_kind(const Cursor& at) {
    const model::KindInfo* kind = model::find_kind(as_id(report_, at).value_or(""));
    if (kind == nullptr || kind->is_users) {
      report_.add(at.path, "must be a kind of part that one can place");
    } else {
      problem_.palette.emplace_back(kind->name);
    }
  }

  void read_ask(const Cursor& at) {
    Fields fields(report_, at);
    Ask& ask = problem_.asks.emplace_back();
    ask.id = fields.id();
    ask.text = fields.text("text");
    ask.answer = fields.text("answer");
    if (const auto changes = fields.optional("changes")) {
      ask.matters = true;
      ask.changes = as_text(report_, *changes, kLongestText).value_or("");
    }
    fields.done();
  }

  void check_asks() {
    const auto matter = std::count_if(problem_.asks.begin(), problem_.asks.end(),
                                      [](const Ask& ask) { return ask.matters; });
    if (matter == kAsksThatMatter || report_.covers_inside("/questions")) return;
    report_.add("/questions", "need three that say what their answer \"changes\"; have " +
                                  count_word(static_cast<std::size_t>(matter)));
  }

  void read_sum(const Cursor& at) {
    Fields fields(report_, at);
    Sum& sum = problem_.sums.emplace_back();
    sum.prompt = fields.text("prompt");
    sum.unit = fields.title("unit");
    fields.list("values", 1, std::max<std::size_t>(problem_.levels.size(), 1),
                [&](const Cursor& item) {
                  sum.values.push_back(as_number(report_, item, 1e-9, kMost).value_or(1));
                });
    sum.within = fields.number("within", 0.05, 4);
    sum.worked = fields.text("worked");
    fields.done();
  }

  void read_level(const Cursor& at) {
    Fields fields(report_, at);
    Level& level = problem_.levels.emplace_back();
    level.id = fields.id();
    level.label = fields.title("label");
    level.text = fields.text("text");
    model::Scenario& world = level.world;
    world.id = problem_.id;
    world.title = problem_.title;
    world.duration_s = fields.number("duration_s", 1, 600);
    world.warmup_s = fields.number("warmup_s", 0, world.duration_s / 2);
    fields.list("world", 1, 12,
                [&](const Cursor& item) { world.parts.push_back(read_part(report_, item)); });
    if (const auto given = fields.required("given")) read_givens(*given, level.given);
    if (const auto given = fields.optional("given_queued")) {
      read_givens(*given, level.given_queued);
    }
    each(fields, "reach", 6, [&](const Cursor& item) { read_reach(item, level); });
    each(fields, "needs", 6, [&](const Cursor& item) { read_need(item, level); });
    each(fields, "trouble", 20, [&](const Cursor& item) { read_trouble(item, level); });
    if (const auto goals = fields.required("goals")) {
      world.goals = read_goals(report_, *goals, world.parts);
    }
    level.par = fields.number("par", 0, kMost);
    if (const auto holds = fields.optional("holds")) level.holds = as_truth(report_, *holds);
    if (const auto design = fields.required("reference")) {
      Fields its(report_, *design);
      level.reference = read_design(its, level);
      its.done();
    }
    fields.list("tempting", 2, 6, [&](const Cursor& item) {
      Fields its(report_, item);
      Tempting& tempting = level.tempting.emplace_back();
      tempting.label = its.title("label");
      tempting.misconception = its.title("misconception");
      tempting.design = read_design(its, level);
      its.done();
    });
    fields.done();
  }

  template <typename Each>
  void each(Fields& fields, std::string_view key, std::size_t most, const Each& read) {
    if (const auto at = fields.optional(key)) as_list(report_, *at, 1, most, read);
  }

  // {"app_server": {"cpu_ms": 1}, "worker": {…}}
  void read_givens(const Cursor& at, std::vector<Given>& givens) {
    Fields fields(report_, at);
    for (const Cursor& item : fields.others()) {
      const std::string& of = item.node->key;
      const model::KindInfo* kind = model::find_kind(of == "worker" ? "app_server" : of);
      if (kind == nullptr || kind->is_users) {
        report_.add(item.path, "must be the name of a kind of part, or \"worker\"");
        continue;
      }
      Fields its(report_, item);
      givens.push_back({of, read_settings(report_, its, *kind)});
      its.done();
    }
  }

  std::string read_users(Fields& fields, std::string_view key, const Level& level) {
    const std::string id = fields.id(key);
    const bool known = std::any_of(level.world.parts.begin(), level.world.parts.end(),
                                   [&](const model::PartSpec& part) {
                                     const model::KindInfo* kind = model::find_kind(part.kind);
                                     return part.id == id && kind != nullptr && kind->is_users;
                                   });
    if (!known) {
      report_.add(fields.at().path + '/' + std::string(key),
                  "must name a clients part of this level's world; is " + quoted(id));
    }
    return id;
  }

  void read_reach(const Cursor& at, Level& level) {
    Fields fields(report_, at);
    Reach& reach = level.reach.emplace_back();
    reach.users = read_users(fields, "users", level);
    for (const auto& [key, link] :
         {std::pair("direct", &reach.direct), {"edge", &reach.edge}, {"origin", &reach.origin}}) {
      const auto found = fields.optional(key);
      if (!found) continue;
      Fields its(report_, *found);
      read_link_values(report_, its, *link);
      its.done();
    }
    fields.done();
  }

  void read_need(const Cursor& at, Level& level) {
    Fields fields(report_, at);
    Need& need = level.needs.emplace_back();
    const auto of = fields.optional("of");
    need.of = of && of->node->text == "worker" ? "worker" : read_users(fields, "of", level);
    need.what = fields.id("what");
    const auto& parts = level.world.parts;
    if (model::find_kind(need.what) == nullptr &&
        std::none_of(parts.begin(), parts.end(),
                     [&](const model::PartSpec& part) { return part.id == need.what; })) {
      report_.add(
          at.path + "/what",
          "must be a kind of part, or a part of this level's world; is " + quoted(need.what));
    }
    fields.done();
  }

  // {"at_s": 8, "role": "server", "nth": 1, "does": "kill"}, or a change of a part of the world.
  void read_trouble(const Cursor& at, Level& level) {
    const bool of_role =
        at.node->kind == Node::Kind::object && find_member(*at.node, "role") != nullptr;
    if (!of_role) {
      const auto timed = read_timed_change(report_, at, level.world.parts);
      if (timed) level.trouble.push_back({.at_s = timed->at_s, .of = {}, .change = timed->change});
      return;
    }
    constexpr std::array<std::string_view, 2> kDoes = {"kill", "heal"};
    Fields fields(report_, at);
    Trouble& trouble = level.trouble.emplace_back();
    trouble.at_s = fields.number("at_s", 0, level.world.duration_s);
    trouble.role = static_cast<Trouble::Role>(fields.name("role", kTroubleRoles) + 1);
    if (fields.optional("nth")) trouble.nth = static_cast<int>(fields.whole_number("nth", 1, 20));
    if (fields.optional("of")) trouble.of = read_users(fields, "of", level);
    trouble.change.kind =
        fields.name("does", kDoes) == 0 ? model::Change::Kind::kill : model::Change::Kind::heal;
    fields.done();
  }

  // {"from": "before", "edits": […], "more": [{"like": "app1", "count": 4}]}
  model::Scenario read_design(Fields& fields, const Level& level) {
    constexpr std::array<std::string_view, 3> kBases = {"nothing", "before", "reference"};
    const std::size_t base = fields.optional("from") ? fields.name("from", kBases) : 0;
    model::Scenario design;
    if (base == 1 && problem_.levels.size() > 1) {
      design = problem_.levels[problem_.levels.size() - 2].reference;
    } else if (base == 1) {
      report_.add(fields.at().path + "/from", "cannot be \"before\" at the first level");
    } else if (base == 2) {
      design = level.reference;
    }
    design = in_world(level, design);
    std::vector<model::PartSpec> parts = design.parts;
    if (const auto at = fields.optional("edits")) {
      const std::vector<model::Edit> edits = read_edits(report_, *at, parts);
      if (!report_.covers_inside(at->path)) {
        for (const model::Fault& fault : model::apply_edits(design, edits)) {
          report_.add(at->path, fault.place + ' ' + fault.reason);
        }
      }
    }
    each(fields, "more", 10, [&](const Cursor& item) { read_more(item, design); });
    if (!report_.clean()) return design;
    for (const model::Fault& fault : model::check(design)) {
      report_.add(fields.at().path,
                  "makes a system that cannot be: " + fault.place + ' ' + fault.reason);
    }
    return design;
  }

  void read_more(const Cursor& at, model::Scenario& design) {
    Fields fields(report_, at);
    const std::string like = fields.id("like");
    const double count = fields.whole_number("count", 1, 40);
    fields.done();
    for (int i = 0; i < count; ++i) {
      if (!add_another(design, like).empty()) continue;
      report_.add(at.path + "/like", "names " + quoted(like) + ", which is not there");
      return;
    }
  }

  Report& report_;
  Fields fields_;
  Problem problem_;
};

}  // namespace
}  // namespace later

ReadProblem read_problem(std::string_view text, std::string_view file) {
  Report report(file);
  ReadProblem result;
  const ParsedJson parsed = parse_json(text);
  if (parsed.reason.empty()) {
    result.problem = ProblemReader(report, parsed.root).read();
  } else {
    report.add(parsed.path, parsed.reason);
  }
  result.faults = report.take();
  return result;
}

}  // namespace tenfold::lesson
