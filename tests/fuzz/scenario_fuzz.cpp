// Any bytes at all as a file: they are a scenario that runs, or faults that an author can read.
// What is accepted is run for a moment, and its books must balance at every step of the way.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/check.h"
#include "lesson/reader.h"
#include "model/system.h"
#include "sim/random.h"

namespace {

using namespace tenfold;

constexpr int kEvents = 2'000;

void must(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "Broken promise: %s\n", what);
  std::abort();
}

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

// A run's memory follows its users and things: as many as are met within a moment are enough.
void make_small(model::Scenario& scenario) {
  for (model::PartSpec& part : scenario.parts) {
    for (model::Setting& setting : part.settings) {
      if (setting.name == "users" || setting.name == "things" || setting.name == "visitors") {
        setting.number = std::min(setting.number, 10'000.0);
      }
    }
  }
  std::erase_if(scenario.changes, [](const model::TimedChange& change) {
    return change.change.setting.name == "users";
  });
}

void check_books(const model::System& system) {
  const model::Totals totals = system.totals();
  const model::Counts& counts = totals.counts;
  must(counts.offered == counts.good + counts.failed + totals.in_flight, "no request is lost");
  std::uint64_t by_reason = 0;
  for (const std::uint64_t count : counts.by_reason) by_reason += count;
  must(by_reason == counts.failed, "every failure has one reason");
  for (const model::PartState& part : system.parts()) {
    must(part.utilisation >= 0 && part.utilisation <= 1, "utilisation is a share");
    must(part.hits <= part.reads, "a hit is a read");
    must(part.mean_in_system >= 0 && part.mean_time_ms >= 0, "times are not negative");
  }
}

void run(model::Scenario scenario) {
  make_small(scenario);
  model::System system(scenario, 1);
  for (int event = 0; event < kEvents / 2 && system.step(); ++event) continue;
  check_books(system);
  model::System copy = system;
  for (int event = 0; event < kEvents / 2; ++event) {
    must(system.step() == copy.step(), "a snapshot ends when the original does");
  }
  must(system.log_hash() == copy.log_hash(), "a snapshot goes on as the original does");
  check_books(system);
}

}  // namespace

namespace {

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
  const lesson::ReadScenario read = lesson::read_runnable(text, "file.json", "");
  check_faults(read.faults);
  if (read.faults.empty()) run(read.scenario);
  const lesson::ReadLesson whole = lesson::read_lesson(text, "file.json");
  check_faults(whole.faults);
  if (whole.faults.empty()) check_faults(lesson::check_lesson(whole.lesson, "file.json"));
  return 0;
}
