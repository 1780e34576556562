// Reading scenarios and edits.
#include "lesson/scenario_reader.h"

#include <algorithm>
#include <array>
#include <limits>

#include "lesson/words.h"
#include "model/catalogue.h"

namespace tenfold::lesson {
namespace {

constexpr double kLongestRun_s = 86'400;

// "parts[2].workers" → "/parts/2/workers"
std::string pointer_of(std::string_view place) {
  std::string pointer = place.empty() || place.front() == '[' ? "" : "/";
  for (const char c : place) {
    if (c == '.' || c == '[') {
      pointer += '/';
    } else if (c != ']') {
      pointer += c;
    }
  }
  return pointer;
}

template <typename Named>
std::vector<std::string_view> ids_of(const std::vector<Named>& things) {
  std::vector<std::string_view> ids;
  for (const Named& thing : things) ids.push_back(thing.id);
  return ids;
}

const model::PartSpec* find_part(const std::vector<model::PartSpec>& parts, std::string_view id) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [id](const model::PartSpec& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

std::vector<std::string_view> parameters_of(const model::KindInfo& kind) {
  std::vector<std::string_view> names;
  for (const model::ParameterInfo& parameter : kind.parameters) names.push_back(parameter.name);
  return names;
}

// Whether an id is known is the scenario's business as a whole, and checked with it.
model::Setting read_setting(Report& report, const Cursor& at,
                            const model::ParameterInfo& parameter) {
  model::Setting setting;
  setting.name = parameter.name;
  if (parameter.is_part) {
    setting.text = as_id(report, at).value_or("");
  } else if (!parameter.choices.empty()) {
    if (const auto choice = as_name(report, at, parameter.choices)) {
      setting.text = parameter.choices[*choice];
    }
  } else {
    setting.number =
        as_number(report, at, parameter.low, parameter.high).value_or(parameter.initial);
  }
  return setting;
}

}  // namespace

std::vector<model::Setting> read_settings(Report& report, Fields& fields,
                                          const model::KindInfo& kind) {
  std::vector<model::Setting> settings;
  for (const model::ParameterInfo& parameter : kind.parameters) {
    if (const auto value = fields.optional(parameter.name)) {
      settings.push_back(read_setting(report, *value, parameter));
    }
  }
  return settings;
}

model::PartSpec read_part(Report& report, const Cursor& at) {
  Fields fields(report, at);
  model::PartSpec part;
  part.id = fields.id();
  const model::KindInfo* kind = nullptr;
  if (const auto found = fields.required("kind")) {
    std::vector<std::string_view> kinds;
    for (const model::KindInfo* info : model::part_kinds()) kinds.push_back(info->name);
    if (const auto index = as_name(report, *found, kinds)) kind = model::part_kinds()[*index];
  }
  if (const auto label = fields.optional("label")) {
    part.label = as_text(report, *label, 60).value_or("");
  }
  if (const auto place = fields.required("at")) {
    std::vector<double> numbers;
    as_list(report, *place, 2, 2, [&](const Cursor& number) {
      numbers.push_back(as_number(report, number, 0, 20).value_or(0));
    });
    if (numbers.size() == 2) part.place = {numbers[0], numbers[1]};
  }
  if (kind == nullptr) return part;
  part.kind = kind->name;
  if (part.label.empty()) part.label = kind->title;
  part.settings = read_settings(report, fields, *kind);
  fields.done();
  return part;
}

void read_link_values(Report& report, Fields& fields, model::LinkSpec& link) {
  for (const model::Setting& value : read_settings(report, fields, model::link_kind())) {
    *model::value_of(link, value.name) = value.number;
  }
}

namespace {

model::LinkSpec read_link(Report& report, const Cursor& at, bool with_values) {
  Fields fields(report, at);
  model::LinkSpec link{.from = fields.id("from"), .to = fields.id("to")};
  if (with_values) read_link_values(report, fields, link);
  fields.done();
  return link;
}

// Whether there is such a part. Of a link, "users>app", its ends; whether they are linked is
// checked where the scenario is whole.
bool names_known(Report& report, std::string_view path, std::string_view target,
                 const std::vector<model::PartSpec>& parts) {
  const std::size_t between = target.find('>');
  for (const std::string_view id :
       {target.substr(0, between), target.substr(between == target.npos ? 0 : between + 1)}) {
    if (find_part(parts, id) != nullptr) continue;
    report.add(path, "names " + quoted(id) + ", but there is no such part" +
                         did_you_mean(id, ids_of(parts)));
    return false;
  }
  return true;
}

std::string read_part_id(Report& report, const Cursor& at,
                         const std::vector<model::PartSpec>& parts) {
  std::string id = as_id(report, at).value_or("");
  if (!id.empty() && !names_known(report, at.path, id, parts)) id.clear();
  return id;
}

// What can be killed and healed: a part or a link.
std::string read_target(Report& report, const Cursor& at,
                        const std::vector<model::PartSpec>& parts) {
  if (at.node->kind != Node::Kind::text || !model::names_link(at.node->text)) {
    return read_part_id(report, at, parts);
  }
  return names_known(report, at.path, at.node->text, parts) ? at.node->text : "";
}

// {"set": "app.workers", "to": 64}
void read_set(Report& report, const Cursor& set, const std::optional<Cursor>& to,
              const std::vector<model::PartSpec>& parts, model::Change& change) {
  const std::string what = as_text(report, set, kLongestTitle).value_or("");
  if (what.empty()) return;
  const std::size_t dot = what.find('.');
  if (dot == std::string::npos) {
    report.add(set.path,
               "must name a part and a parameter, such as app.workers; is " + quoted(what));
    return;
  }
  change.part = what.substr(0, dot);
  const std::string name = what.substr(dot + 1);
  if (!names_known(report, set.path, change.part, parts)) return;
  const model::KindInfo* kind = model::names_link(change.part)
                                    ? &model::link_kind()
                                    : model::find_kind(find_part(parts, change.part)->kind);
  if (kind == nullptr) return;  // noted where the part is
  const model::ParameterInfo* parameter = model::find_parameter(*kind, name);
  if (parameter == nullptr) {
    report.add(set.path, "names " + quoted(name) + ", which " + std::string(kind->name) +
                             " does not have" + did_you_mean(name, parameters_of(*kind)));
    return;
  }
  if (to) change.setting = read_setting(report, *to, *parameter);
}

constexpr std::array<std::string_view, 7> kVerbs = {"set",    "add",  "remove", "link",
                                                    "unlink", "kill", "heal"};

bool needs_time(std::string_view verb) { return verb == "kill" || verb == "heal"; }

// Notes a "to" or "at_s" that is missing, or that the verb cannot have.
void check_companions(Report& report, const Cursor& at, std::string_view verb,
                      const std::optional<Cursor>& to, const std::optional<Cursor>& at_s) {
  if (verb == "set" && !to) report.add(at.path + "/to", "is missing");
  if (verb != "set" && to) report.add(to->path, "belongs to \"set\" only");
  if (needs_time(verb) && !at_s) report.add(at.path + "/at_s", "is missing");
  if (at_s && !needs_time(verb) && verb != "set") {
    report.add(at_s->path, "cannot be: only kill, heal and set can be done while a system runs");
  }
}

// {"kill": "box"} or {"set": "app.workers", "to": 64}, without its time.
model::Change read_change(Report& report, const Cursor& what, const std::optional<Cursor>& to,
                          const std::vector<model::PartSpec>& parts) {
  using Kind = model::Change::Kind;
  model::Change change;
  if (what.node->key == "set") {
    change.kind = Kind::set;
    read_set(report, what, to, parts, change);
  } else {
    change.kind = what.node->key == "kill" ? Kind::kill : Kind::heal;
    change.part = read_target(report, what, parts);
  }
  return change;
}

model::Edit read_edit(Report& report, const Cursor& at, std::vector<model::PartSpec>& parts) {
  using Kind = model::Edit::Kind;
  Fields fields(report, at);
  model::Edit edit;
  const auto at_s = fields.optional("at_s");
  std::vector<Cursor> done;
  for (const std::string_view verb : kVerbs) {
    if (const auto found = fields.optional(verb)) done.push_back(*found);
  }
  const auto to = fields.optional("to");
  fields.done();
  if (at.node->kind != Node::Kind::object) return edit;
  if (done.size() != 1) {
    report.add(at.path, "must do one of set, add, remove, link, unlink, kill and heal");
    return edit;
  }
  const Cursor& what = done.front();
  const std::string_view verb = what.node->key;
  check_companions(report, at, verb, to, at_s);
  if (at_s || needs_time(verb)) edit.kind = Kind::add_change;
  if (at_s) edit.change.at_s = as_number(report, *at_s, 0, kLongestRun_s).value_or(0);
  if (verb == "set" || needs_time(verb)) {
    model::Change change = read_change(report, what, to, parts);
    if (edit.kind == Kind::add_change) {
      edit.change.change = std::move(change);
    } else {
      edit.target = std::move(change.part);
      edit.setting = std::move(change.setting);
    }
  } else if (verb == "add") {
    edit.kind = Kind::add_part;
    edit.part = read_part(report, what);
    parts.push_back(edit.part);
  } else if (verb == "remove") {
    edit.kind = Kind::remove_part;
    edit.part.id = read_part_id(report, what, parts);
  } else {
    edit.kind = verb == "link" ? Kind::add_link : Kind::remove_link;
    edit.link = read_link(report, what, verb == "link");
  }
  return edit;
}

}  // namespace

std::optional<model::TimedChange> read_timed_change(Report& report, const Cursor& at,
                                                    std::vector<model::PartSpec>& parts) {
  const model::Edit edit = read_edit(report, at, parts);
  if (edit.kind == model::Edit::Kind::add_change) return edit.change;
  if (!report.covers_inside(at.path)) {
    report.add(at.path, "must be a kill, heal or set with its \"at_s\"");
  }
  return std::nullopt;
}

std::vector<model::Goal> read_goals(Report& report, const Cursor& at,
                                    const std::vector<model::PartSpec>& parts) {
  std::vector<std::string_view> metrics;
  for (std::size_t i = 0; i < model::kMetrics; ++i) {
    metrics.push_back(model::metric_name(static_cast<model::Metric>(i)));
  }
  std::vector<model::Goal> goals;
  as_list(report, at, 1, 10, [&](const Cursor& item) {
    Fields fields(report, item);
    model::Goal goal;
    goal.metric = static_cast<model::Metric>(fields.name("metric", metrics));
    const auto at_least = fields.optional("at_least");
    const auto at_most = fields.optional("at_most");
    if (at_least.has_value() == at_most.has_value()) {
      report.add(item.path, "needs either \"at_least\" or \"at_most\"");
    } else {
      constexpr double kMost = std::numeric_limits<double>::max();
      goal.at_least = at_least.has_value();
      goal.limit = as_number(report, at_least ? *at_least : *at_most, -kMost, kMost).value_or(0);
    }
    if (const auto users = fields.optional("users")) {
      goal.users = as_id(report, *users).value_or("");
      const std::string reason = model::fault_of(goal, parts);
      if (!reason.empty()) report.add(users->path, reason);
    }
    fields.done();
    goals.push_back(goal);
  });
  return goals;
}

std::vector<model::Edit> read_edits(Report& report, const Cursor& at,
                                    std::vector<model::PartSpec>& parts) {
  std::vector<model::Edit> edits;
  as_list(report, at, 0, 40,
          [&](const Cursor& item) { edits.push_back(read_edit(report, item, parts)); });
  return edits;
}

model::Scenario read_scenario_at(Report& report, const Cursor& at) {
  Fields fields(report, at);
  model::Scenario scenario;
  fields.optional("$schema");
  scenario.id = fields.id();
  scenario.title = fields.title();
  scenario.duration_s = fields.number("duration_s", 0.001, kLongestRun_s);
  if (const auto warmup = fields.optional("warmup_s")) {
    scenario.warmup_s = as_number(report, *warmup, 0, scenario.duration_s).value_or(0);
  }
  fields.list("parts", 1, 100,
              [&](const Cursor& item) { scenario.parts.push_back(read_part(report, item)); });
  fields.list("links", 0, 400,
              [&](const Cursor& item) { scenario.links.push_back(read_link(report, item, true)); });
  if (const auto changes = fields.optional("changes")) {
    as_list(report, *changes, 0, 100, [&](const Cursor& item) {
      const auto change = read_timed_change(report, item, scenario.parts);
      if (change) scenario.changes.push_back(*change);
    });
  }
  if (const auto goals = fields.required("goals")) {
    scenario.goals = read_goals(report, *goals, scenario.parts);
  }
  fields.done();
  for (const model::Fault& fault : model::check(scenario)) {
    const std::string path = at.path + pointer_of(fault.place);
    if (!report.covers(path) && !report.covers_inside(path)) report.add(path, fault.reason);
  }
  return scenario;
}

model::Scenario edited(Report& report, std::string_view path, const model::Scenario& scenario,
                       const std::vector<model::Edit>& edits) {
  model::Scenario result = scenario;
  std::vector<model::Fault> faults = model::apply_edits(result, edits);
  for (const model::Fault& fault : faults) {
    // "edits[1].part" is in the list's item 1.
    const std::size_t item = std::min(fault.place.find('['), fault.place.size());
    report.add(std::string(path) + pointer_of(std::string_view(fault.place).substr(item)),
               fault.reason);
  }
  if (!faults.empty()) return result;
  for (const model::Fault& fault : model::check(result)) {
    report.add(path, "make a system that cannot be: " + fault.place + " " + fault.reason);
  }
  return result;
}

}  // namespace tenfold::lesson
