// Any bytes at all as a file: they are a scenario that runs, or faults that an author can read.
// What is accepted is run for a moment, and its books must balance at every step of the way.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/check.h"
#include "lesson/reader.h"
#include "short_run.h"
#include "sim/random.h"

namespace {

using namespace tenfold;
using fuzz::must;

void check_faults(const std::vector<lesson::FileFault>& faults) {
  for (const lesson::FileFault& fault : faults) {
    const std::string line = lesson::to_line(fault);
    must(!fault.reason.empty(), "a fault has a reason");
    must(std::none_of(line.begin(), line.end(),
                      [](char c) { return static_cast<unsigned char>(c) < ' '; }),
         "a fault is told in one line");
    must(line.size() < 4'000, "a fault is told in a line of bounded length");
  }
}

// The numbers, texts and objects in a JSON text, roughly: what stands there need not be JSON.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{') {
      open.push_back(at);
    } else if (c == '}' && !open.empty()) {
      pieces.push_back(text.substr(open.back(), at + 1 - open.back()));
      open.pop_back();
    } else if (c == '"') {
      const std::size_t end = std::min(text.find('"', at + 1), text.size() - 1);
      pieces.push_back(text.substr(at, end + 1 - at));
      at = end;
    } else if ((c >= '0' && c <= '9') || c == '-') {
      const std::size_t end = std::min(text.find_first_not_of("0123456789.eE+-", at), text.size());
      pieces.push_back(text.substr(at, end - at));
      at = end - 1;
    }
  }
  return pieces;
}

constexpr std::string_view kNumbers[] = {"0",      "1",     "2",   "-1",   "0.001", "0.5",
                                         "1e-300", "20",    "100", "1000", "1e6",   "1e9",
                                         "3",      "1e300", "10",  "0.1",  "86400"};

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

// Half of the changes are of bytes. The others keep the text a scenario more often than not: one
// piece of it is put in another's place, or doubled, or a number becomes another one.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  sim::Random random = sim::Stream(seed).draws();
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string_view> pieces = pieces_of(text);
  if (pieces.empty() || random.chance(0.5)) return LLVMFuzzerMutate(data, size, most);
  const auto any = [&](auto& list) {
    return list[random.below(static_cast<std::uint32_t>(std::size(list)))];
  };
  const std::string_view old = any(pieces);
  std::string fresh(any(pieces));
  if (old.front() != '"' && old.front() != '{' && random.chance(0.8)) fresh = any(kNumbers);
  if (old.front() == '{' && random.chance(0.5)) fresh = std::string(old) + "," + std::string(old);
  const auto at = static_cast<std::size_t>(old.data() - text.data());
  const std::string changed = text.substr(0, at) + fresh + text.substr(at + old.size());
  if (changed.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(changed.begin(), changed.end(), data);
  return changed.size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  lesson::ReadScenario read = lesson::read_runnable(text, "file.json", "");
  check_faults(read.faults);
  if (read.faults.empty()) {
    fuzz::make_small(read.scenario);
    fuzz::run_shortly(read.scenario);
  }
  const lesson::ReadLesson whole = lesson::read_lesson(text, "file.json");
  check_faults(whole.faults);
  if (whole.faults.empty()) check_faults(lesson::check_lesson(whole.lesson, "file.json"));
  return 0;
}
