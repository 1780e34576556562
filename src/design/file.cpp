// Files by way of the lessons' own reader and writer.
#include "design/file.h"

#include "lesson/json.h"
#include "lesson/reader.h"
#include "lesson/scenario_writer.h"

namespace tenfold::design {
namespace {

bool is_lesson(std::string_view bytes) {
  const lesson::ParsedJson parsed = lesson::parse_json(bytes);
  return parsed.reason.empty() && parsed.root.kind == lesson::Node::Kind::object &&
         lesson::find_member(parsed.root, "scenario") != nullptr;
}

ReadDraft read(std::string_view bytes, std::string_view what) {
  lesson::ReadScenario read = lesson::read_draft(bytes, "");
  if (read.faults.empty()) return {.draft = std::move(read.scenario)};
  const lesson::FileFault& first = read.faults.front();
  const std::string place = first.path.empty() ? "" : " does not read: " + first.path;
  return {.fault = std::string(what) + place + " " + first.reason + "."};
}

}  // namespace

std::string file_of(const Draft& draft) { return lesson::write_scenario(draft); }

ReadDraft read_file(std::string_view bytes) {
  ReadDraft result = read(bytes, "This file");
  if (!result.is_read() && is_lesson(bytes)) {
    result.fault = "This file is a lesson, and no scenario: start from its stage.";
  }
  return result;
}

ReadDraft read_again(const Draft& draft) { return read(file_of(draft), "This link"); }

Draft draft_before(const lesson::Lesson& lesson) { return draft_of(lesson.scenario); }
Draft draft_after(const lesson::Lesson& lesson) { return draft_of(lesson::fixed_scenario(lesson)); }

}  // namespace tenfold::design
