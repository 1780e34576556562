// Any bytes at all as choices: they are a sound system, changed, killed and healed while it runs.
// Most hostile files are refused; this is for what goes wrong behind the checks.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>

#include "../model/any_system.h"
#include "short_run.h"
#include "sim/random.h"

namespace {

using namespace tenfold;

// How many systems have been made, and how many of them were sound.
std::uint64_t made = 0;
std::uint64_t sound = 0;

void judge_soundness() {
  const double share = made == 0 ? 0 : static_cast<double>(sound) / static_cast<double>(made);
  std::fprintf(stderr, "Of %llu systems made %.2f %% were sound\n",
               static_cast<unsigned long long>(made), 100 * share);
  if (share < 0.95) std::_Exit(1);
}

void run_events(model::System& system, std::uint32_t events) {
  for (std::uint32_t event = 0; event < events && system.step(); ++event) continue;
}

// Something is done by hand, and the run goes on for a while, again and again. Most of what dies is
// soon healed, so that there is something left to do things to.
void meddle(model::System& system, const model::Scenario& scenario,
            const model::test::Choose& choose) {
  for (std::uint32_t left = choose(64); left > 0; --left) {
    run_events(system, 1 + choose(64));
    model::Change change = model::test::any_change(scenario, choose);
    fuzz::keep_small(change.setting);
    system.apply(change);
    if (change.kind != model::Change::Kind::kill || choose(4) == 0) continue;
    run_events(system, choose(64));
    change.kind = model::Change::Kind::heal;
    system.apply(change);
  }
  fuzz::check_books(system);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  std::atexit(judge_soundness);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::uint8_t* const end = data + size;
  // A byte a choice, two where one is too little; when none are left, luck that hangs on them, so
  // that few bytes too make a system worth running.
  sim::Random luck(std::hash<std::string_view>{}({reinterpret_cast<const char*>(data), size}));
  const model::test::Choose choose = [&](std::uint32_t n) {
    const std::ptrdiff_t wanted = n > 256 ? 2 : 1;
    if (end - data < wanted) return luck.below(n);
    std::uint32_t chosen = 0;
    for (std::ptrdiff_t i = 0; i < wanted; ++i) chosen = chosen * 256 + *data++;
    return chosen % n;
  };
  model::Scenario scenario = model::test::any_system(choose);
  ++made;
  if (!model::check(scenario).empty()) return 0;
  ++sound;
  model::test::vary(scenario, choose);
  fuzz::make_small(scenario);
  fuzz::run_shortly(scenario);
  model::System system(scenario, 1);
  meddle(system, scenario, choose);
  return 0;
}
