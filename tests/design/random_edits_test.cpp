// Ten thousand steps that nobody thought of, with undo and redo between them.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "any_step.h"
#include "design/faults.h"
#include "design/file.h"
#include "design/history.h"
#include "design/link.h"
#include "sim/random.h"

namespace tenfold::design {
namespace {

// Draft to link to draft to link, and the same by file: nothing is lost on either way.
bool survives_link_and_file(const Draft& draft) {
  const std::string file = file_of(draft);
  const std::string link = link_of(draft);
  const ReadDraft by_link = read_link(link);
  INFO(by_link.fault);
  INFO(file);
  CHECK(by_link.is_read());
  // A link is looked over by way of its file, so this is the file's way too.
  return by_link.is_read() && file_of(by_link.draft) == file && link_of(by_link.draft) == link;
}

struct Counts {
  int done = 0;
  int undone = 0;
  int could_run = 0;
};

// Now and then what a fault asks for is done, so that some drafts can run.
Step first_mend(const Draft& draft) {
  for (const DraftFault& fault : faults(draft)) {
    if (!fault.steps.empty()) return fault.steps.front();
  }
  return NameDraft{"Nothing to mend"};
}

Counts edit_at_random(History& history, int steps) {
  sim::Random random = sim::Stream(14).draws();
  const test::Choose choose = [&](std::uint32_t n) { return random.below(n); };
  Counts counts;
  for (int i = 0; i < steps; ++i) {
    const Draft before = history.draft();
    if (choose(8) == 0) {
      history.undo();
      ++counts.undone;
    } else if (choose(12) == 0) {
      history.redo();
    } else {
      const Step step =
          choose(4) == 0 ? first_mend(history.draft()) : test::any_step(history.draft(), choose);
      counts.done += history.apply(step).is_done() ? 1 : 0;
    }
    if (history.draft() == before) continue;
    REQUIRE(fault_of_form(history.draft()) == "");
    REQUIRE(survives_link_and_file(history.draft()));
    counts.could_run += can_run(history.draft()) ? 1 : 0;
  }
  return counts;
}

TEST_CASE("after ten thousand edits undo leads to the beginning and redo to the end, by the byte") {
  History history;
  const std::string beginning = file_of(history.draft());
  const Counts counts = edit_at_random(history, 10'000);
  MESSAGE("done " << counts.done << ", undone " << counts.undone << ", could run "
                  << counts.could_run);
  CHECK(counts.done > 3'000);
  CHECK(counts.could_run > 100);
  const std::string end = file_of(history.draft());
  std::size_t steps = 0;
  for (; history.can_undo(); ++steps) history.undo();
  CHECK(file_of(history.draft()) == beginning);
  for (; steps > 0; --steps) history.redo();
  CHECK(file_of(history.draft()) == end);
}

// Does the first thing that can be done about any fault, again and again.
void mend(Draft& draft) {
  for (int round = 0; round < 300; ++round) {
    const std::vector<DraftFault> found = faults(draft);
    const auto mendable = std::find_if(
        found.begin(), found.end(), [](const DraftFault& fault) { return !fault.steps.empty(); });
    if (mendable == found.end()) return;
    INFO(sentence_of(*mendable));
    if (round > 290) MESSAGE(sentence_of(*mendable) << mendable->target);
    for (const Step& step : mendable->steps) REQUIRE(apply(draft, step).refused == "");
  }
  FAIL("mending does not end");
}

TEST_CASE("whatever was made, doing what the faults say leads to a draft that runs") {
  sim::Random random = sim::Stream(15).draws();
  const test::Choose choose = [&](std::uint32_t n) { return random.below(n); };
  History history;
  int running = 0;
  for (int i = 0; i < 1'200; ++i) {
    history.apply(test::any_step(history.draft(), choose));
    if (i % 60 != 0) continue;
    Draft draft = history.draft();
    mend(draft);
    INFO(file_of(draft));
    // What is left are values that a learner has to choose.
    for (const DraftFault& fault : faults(draft)) {
      INFO(sentence_of(fault));
      CHECK(fault.steps.empty());
    }
    running += can_run(draft) ? 1 : 0;
  }
  MESSAGE("of 20 drafts " << running << " run");
  CHECK(running > 15);
}

}  // namespace
}  // namespace tenfold::design
