// tenfold ablation: the matrix as a table for people on stderr, as JSON for programs on stdout.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/ablation_matrix.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/problems.h"
#include "cli/progress_bar.h"
#include "lesson/stages.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string padded(std::string text, std::size_t width, bool right = false) {
  const auto shown = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
  const std::string space(width > shown ? width - shown : 0, ' ');
  return right ? space + text : text + space;
}

std::string table_of(const LessonAblation& lesson) {
  std::string table = "stage " + lesson::stage_name(lesson.stage) + ", " + lesson.lesson + "\n";
  for (const AblationRow& row : lesson.rows) {
    table += "  " + padded(row.role, 12) + padded(row.label, 64) +
             padded(std::to_string(row.met) + " of " + std::to_string(row.seeds), 12, true) +
             (row.as_taught() ? "  as taught\n" : "  NOT AS TAUGHT\n");
  }
  const ReadableMiddle& middle = lesson.middle;
  if (middle.seeds == 0) return table;
  table +=
      "  " + padded("warning", 12) + padded("strained for 5 s before the first failure", 64) +
      padded(std::to_string(middle.readable) + " of " + std::to_string(middle.seeds), 12, true) +
      (middle.as_taught() ? "  as taught\n" : "  NOT AS TAUGHT\n");
  return table;
}

Json json_of(const LessonAblation& lesson) {
  Json rows = Json::array();
  for (const AblationRow& row : lesson.rows) {
    rows.push_back({{"id", row.id},
                    {"label", row.label},
                    {"role", row.role},
                    {"seeds", row.seeds},
                    {"met", row.met},
                    {"share", row.share()},
                    {"as_taught", row.as_taught()}});
  }
  return {{"stage", lesson::stage_of(lesson.stage)},
          {"part", lesson::begins_stage(lesson.stage) ? 1 : 2},
          {"lesson", lesson.lesson},
          {"title", lesson.title},
          {"variants", std::move(rows)},
          {"warning",
           {{"seeds", lesson.middle.seeds},
            {"readable", lesson.middle.readable},
            {"shortest_s", lesson.middle.shortest_s},
            {"as_taught", lesson.middle.as_taught()}}},
          {"as_taught", lesson.as_taught()}};
}

}  // namespace

Outcome ablation(std::span<const std::string_view> words) {
  constexpr std::string_view kOptions[] = {"--seeds", "--stage", "--level", "--variant"};
  Arguments arguments = read_arguments(words, kOptions);
  const auto seeds = static_cast<int>(arguments.whole("--seeds", 1, 100'000, 100));
  const auto stage = static_cast<int>(arguments.whole("--stage", 1, 10, 0));
  if (!arguments.fault.empty()) return bad_input("ablation: " + arguments.fault);
  if (names_problems(arguments.path)) {
    return ablate_problems(read_problems(arguments.path), arguments.option("--level").value_or(""),
                           arguments.option("--variant").value_or(""), seeds);
  }
  SoundLessons read = sound_lessons(arguments.path, stage);
  if (!read.fault.empty()) return bad_input(read.fault);
  const std::string_view variant = arguments.option("--variant").value_or("");
  std::erase_if(read.lessons, [&](const LessonFile& entry) {
    return ablation_runs(entry.lesson, variant, seeds) == 0;
  });
  if (read.lessons.empty()) {
    return bad_input(std::string(arguments.path) + ": has no variant " + std::string(variant));
  }
  std::size_t runs = 0;
  for (const LessonFile& entry : read.lessons) runs += ablation_runs(entry.lesson, variant, seeds);
  Outcome outcome;
  Json lessons = Json::array();
  ProgressBar progress(runs);
  for (const LessonFile& entry : read.lessons) {
    const LessonAblation result = ablate(entry.lesson, variant, seeds, progress);
    outcome.err += table_of(result);
    lessons.push_back(json_of(result));
    if (!result.as_taught()) outcome.exit_code = kExitFaults;
  }
  const Json json = {{"seeds", seeds},
                     {"fix_at_least", kFixShare},
                     {"others_at_most", kOtherShare},
                     {"lessons", std::move(lessons)}};
  outcome.out = json.dump(2) + '\n';
  return outcome;
}

}  // namespace tenfold::cli
