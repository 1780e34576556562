// From a file's bytes to values: parse, read, check.
#include "lesson/reader.h"

#include "lesson/check.h"
#include "lesson/fields.h"
#include "lesson/json.h"
#include "lesson/lesson_reader.h"
#include "lesson/scenario_reader.h"
#include "lesson/words.h"

namespace tenfold::lesson {

std::string to_line(const FileFault& fault) {
  std::string line = fault.file;
  if (!fault.path.empty()) line += (line.empty() ? "" : " ") + fault.path;
  return line + ": " + fault.reason;
}

ReadLesson read_lesson(std::string_view text, std::string_view file) {
  Report report(file);
  ReadLesson result;
  const ParsedJson parsed = parse_json(text);
  if (parsed.reason.empty()) {
    result.lesson = read_lesson_at(report, parsed.root);
    if (report.clean()) {
      for (const MarkFault& fault : check_marks(result.lesson))
        report.add(fault.path, fault.reason);
    }
  } else {
    report.add(parsed.path, parsed.reason);
  }
  result.faults = report.take();
  return result;
}

namespace {

ReadScenario read(std::string_view text, std::string_view file, Readiness readiness) {
  Report report(file);
  ReadScenario result;
  const ParsedJson parsed = parse_json(text);
  if (parsed.reason.empty()) {
    result.scenario = read_scenario_at(report, {&parsed.root, ""}, readiness);
  } else {
    report.add(parsed.path, parsed.reason);
  }
  result.faults = report.take();
  return result;
}

}  // namespace

ReadScenario read_scenario(std::string_view text, std::string_view file) {
  return read(text, file, Readiness::runs);
}

ReadScenario read_draft(std::string_view text, std::string_view file) {
  return read(text, file, Readiness::is_made);
}

ReadScenario read_runnable(std::string_view text, std::string_view file, std::string_view variant) {
  const ParsedJson parsed = parse_json(text);
  const bool is_lesson = parsed.reason.empty() && parsed.root.kind == Node::Kind::object &&
                         find_member(parsed.root, "scenario") != nullptr;
  if (!is_lesson) {
    ReadScenario read = read_scenario(text, file);
    if (read.faults.empty() && !variant.empty()) {
      read.faults.push_back({std::string(file), "", "is a scenario, which has no variants"});
    }
    return read;
  }
  ReadLesson read = read_lesson(text, file);
  ReadScenario result{.scenario = std::move(read.lesson.scenario),
                      .faults = std::move(read.faults)};
  if (!result.faults.empty() || variant.empty()) return result;
  if (const Variant* found = find_variant(read.lesson, variant)) {
    result.scenario = with_edits(result.scenario, found->edits);
    return result;
  }
  std::vector<std::string_view> ids;
  for (const Variant& known : read.lesson.variants) ids.push_back(known.id);
  result.faults.push_back(
      {std::string(file), "/variants", "have no " + quoted(variant) + did_you_mean(variant, ids)});
  return result;
}

std::vector<FileFault> set_parameter(model::Scenario& scenario, std::string_view target,
                                     std::string_view value) {
  Node edit(Node::Kind::object);
  Node& set = edit.items.emplace_back(Node::Kind::text);
  set.key = "set";
  set.text = target;
  ParsedJson number = parse_json(value);
  const bool is_number = number.reason.empty() && number.root.kind == Node::Kind::number;
  Node& to = edit.items.emplace_back(is_number ? std::move(number.root) : Node(Node::Kind::text));
  to.key = "to";
  if (!is_number) to.text = value;
  Node list(Node::Kind::list);
  list.items.push_back(std::move(edit));

  Report report("");
  std::vector<model::PartSpec> parts = scenario.parts;
  const std::vector<model::Edit> edits = read_edits(report, {&list, ""}, parts);
  if (report.clean()) scenario = edited(report, "", scenario, edits);
  return report.take();
}

}  // namespace tenfold::lesson
