// tenfold scenario: a lesson's system, or a variant of it, as a file of its own.
#include <string>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "lesson/reader.h"
#include "lesson/scenario_writer.h"

namespace tenfold::cli {

Outcome scenario(std::span<const std::string_view> words) {
  constexpr std::string_view kOptions[] = {"--variant"};
  const Arguments arguments = read_arguments(words, kOptions);
  if (!arguments.fault.empty()) return bad_input("scenario: " + arguments.fault);
  const std::string path(arguments.path);
  const FileText file = read_file(path);
  if (!file.fault.empty()) return bad_input(path + ": " + file.fault);
  const lesson::ReadScenario read =
      lesson::read_runnable(file.text, path, arguments.option("--variant").value_or(""));
  if (!read.faults.empty()) return bad_input(lesson::to_line(read.faults.front()));
  return {.exit_code = 0, .out = lesson::write_scenario(read.scenario), .err = {}};
}

}  // namespace tenfold::cli
