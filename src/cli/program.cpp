// Choosing the command.
#include "cli/program.h"

#include <array>

#include "cli/commands.h"

namespace tenfold::cli {
namespace {

constexpr std::string_view kUsage =
    "usage:\n"
    "  tenfold check PATH\n"
    "      every fault of the lessons in a folder or file; exit code 1 when there is any\n"
    "  tenfold scenario FILE [--variant ID]\n"
    "      writes a lesson's scenario, or a variant of it, as a file that simulate reads\n"
    "  tenfold simulate FILE [--variant ID] [--seed N] [--duration S] [--warmup S]\n"
    "                   [--set PART.PARAMETER=VALUE]... [--replications R] [--series 1]\n"
    "                   [--against FILE]\n"
    "      runs a scenario, or a lesson's, and writes what was measured as JSON; or by how much\n"
    "      another file's differs, both being run on the same requests\n"
    "  tenfold ablation PATH [--seeds N] [--stage N] [--variant ID]\n"
    "      which variants of each lesson meet its goals, over many seeds; exit code 1 when the\n"
    "      fix does not, or something else does\n"
    "      PATH may be problems as well (lessons/problems, or a file there), with --level ID\n"
    "  tenfold verdict FILE [--level ID] [--design FILE]\n"
    "      what the page would say of a design, a scenario's file, for a problem's level; without\n"
    "      one of the level's reference; exit code 1 when the goals are not met\n"
    "  tenfold facts PATH\n"
    "      the numbers that the texts of a folder's lessons quote and its cheat sheet is proved "
    "by,\n"
    "      as JSON for the pages that are read without the program\n"
    "  tenfold signature PATH\n"
    "      one number over all that happens in all lessons' runs, equal on every platform\n"
    "  tenfold seeks PATH [--moments N] [--stage N]\n"
    "      goes back and on to random moments of each lesson's runs, and writes as JSON how many\n"
    "      were what a plain run is there, what the snapshots took and how long the ways were;\n"
    "      exit code 1 when any was not\n"
    "  tenfold bench [PATH] [--rounds N] [--customers N] [--day-requests N]\n"
    "      events a second on standard loads and on the lessons in a folder, and the memory of a\n"
    "      day of ten million people, as JSON\n";

struct Command {
  std::string_view name;
  Outcome (*run)(std::span<const std::string_view> arguments);
};

constexpr std::array<Command, 9> kCommands = {{
    {"check", check},
    {"scenario", scenario},
    {"simulate", simulate},
    {"ablation", ablation},
    {"verdict", verdict},
    {"facts", facts},
    {"signature", signature},
    {"seeks", seeks},
    {"bench", bench},
}};

}  // namespace

Outcome bad_input(std::string_view reason) {
  std::string line = "tenfold: " + std::string(reason);
  // A file's name may have anything in it, and still the answer is one line.
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < ' ') c = '?';
  }
  return {.exit_code = kExitBadInput, .out = {}, .err = line + "\n"};
}

Outcome run(std::span<const std::string_view> arguments) {
  if (arguments.empty()) return bad_input("needs a command; `tenfold help` lists them");
  const std::string_view name = arguments[0];
  if (name == "help" || name == "--help") {
    return {.exit_code = 0, .out = std::string(kUsage), .err = {}};
  }
  for (const Command& command : kCommands) {
    if (command.name == name) return command.run(arguments.subspan(1));
  }
  return bad_input("there is no command \"" + std::string(name) + "\"; `tenfold help` lists them");
}

}  // namespace tenfold::cli
