// Progress survives being stored, and whatever was stored instead.
#include "tutor/progress.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/random.h"

namespace {

using namespace tenfold;

tutor::Progress some_progress() {
  tutor::Progress progress;
  progress.stages.push_back({.stage = 1, .step = 9, .challenge_met = true, .finished = true});
  progress.stages.push_back({.stage = 2, .step = 3, .challenge_met = false, .finished = false});
  progress.answers.push_back(
      {.question = "s1-overload", .content = 4000000007U, .right = 2, .wrong = 1});
  return progress;
}

// One tab of a browser, and the text that all of them share: as the app uses it.
struct Tab {
  tutor::Progress mine;
  tutor::Progress base;

  void read(const std::string& store) {
    tutor::Progress stored = tutor::read_progress(store).progress;
    mine = tutor::merged(mine, base, stored);
    base = std::move(stored);
  }
  void write(std::string& store) {
    read(store);
    store = tutor::write_progress(mine);
    base = mine;
  }
};

Tab opened(const std::string& store) {
  Tab tab;
  tab.read(store);
  return tab;
}

std::vector<std::string> sorted_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

int times(const std::string& text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

// What a learner might do next, noted in a tab's progress and in what should come of it all.
void do_something(sim::Random& random, tutor::Progress& tab, tutor::Progress& all) {
  if (random.chance(0.5)) {
    const std::string question = "q" + std::to_string(random.below(4));
    const std::uint32_t content = random.below(2);
    const bool right = random.chance(0.5);
    for (tutor::Progress* one : {&tab, &all}) {
      tutor::AnswerProgress& entry = tutor::entry_of(*one, question, content);
      ++(right ? entry.right : entry.wrong);
    }
    return;
  }
  const int stage = 1 + static_cast<int>(random.below(4));
  const int step = static_cast<int>(random.below(10));
  const bool met = random.chance(0.2);
  for (tutor::Progress* one : {&tab, &all}) {
    tutor::StageProgress& entry = tutor::entry_of(*one, stage);
    entry.step = std::max(entry.step, step);
    entry.challenge_met = entry.challenge_met || met;
    entry.finished = entry.finished || step == 9;
  }
}

}  // namespace

TEST_CASE("what is written is read again") {
  const tutor::ReadProgress read = tutor::read_progress(tutor::write_progress(some_progress()));
  CHECK(read.fault.empty());
  REQUIRE(read.progress.stages.size() == 2);
  CHECK(read.progress.stages[0].challenge_met);
  CHECK(read.progress.stages[0].finished);
  CHECK(read.progress.stages[1].step == 3);
  CHECK_FALSE(read.progress.stages[1].finished);
  REQUIRE(read.progress.answers.size() == 1);
  CHECK(read.progress.answers[0].question == "s1-overload");
  CHECK(read.progress.answers[0].content == 4000000007U);
  CHECK(read.progress.answers[0].right == 2);
  CHECK(read.progress.answers[0].wrong == 1);
}

TEST_CASE("no progress yet is no fault") {
  CHECK(tutor::read_progress("").fault.empty());
  CHECK(tutor::read_progress(tutor::write_progress({})).fault.empty());
}

TEST_CASE("progress that the first version saved is read as it is") {
  std::string text = tutor::write_progress(some_progress());
  text.replace(0, text.find('\n'), "tenfold 1");
  const tutor::ReadProgress read = tutor::read_progress(text);
  CHECK(read.fault.empty());
  CHECK(tutor::write_progress(read.progress) == tutor::write_progress(some_progress()));
}

TEST_CASE("lines that nobody knows are kept in their order and written back, and are told of") {
  const std::string good = tutor::write_progress(some_progress());
  std::string text = good;
  text.insert(text.find("stage 2"), "stage two three\nstage 3 9 starred\n");
  text += "  bench\tθ \xff\r\nstage two three\nanswer s1-over";
  const tutor::ReadProgress read = tutor::read_progress(text);
  CHECK(read.progress.stages.size() == 2);
  CHECK(read.progress.answers.size() == 1);
  CHECK(read.fault ==
        "Part of your saved progress cannot be read: it is kept as it is, and the rest is used.");
  const std::string written = tutor::write_progress(read.progress);
  CHECK(written == good +
                       "stage two three\nstage 3 9 starred\n  bench\tθ \xff\r\nstage two "
                       "three\nanswer s1-over");
  CHECK(tutor::write_progress(tutor::read_progress(written).progress) == written);
}

TEST_CASE("what a later version saved is used as far as it is known, and stays that version's") {
  std::string text = tutor::write_progress(some_progress());
  text.replace(0, text.find('\n'), "tenfold 3 sealed");
  tutor::ReadProgress read = tutor::read_progress(text);
  CHECK(read.fault ==
        "A newer Tenfold saved your progress: what this one understands is used, and the rest is "
        "kept as it is.");
  REQUIRE(read.progress.stages.size() == 2);
  CHECK(tutor::write_progress(read.progress) == text);
  Tab tab = opened(text);
  tutor::entry_of(tab.mine, 5);
  tab.write(text);
  CHECK(text.starts_with("tenfold 3 sealed\n"));
  CHECK(text.find("\nstage 5 0\n") != std::string::npos);
}

TEST_CASE("progress cut off anywhere loses nothing of what is left") {
  const std::string whole = tutor::write_progress(some_progress());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string rest = whole.substr(0, size);
    const tutor::ReadProgress read = tutor::read_progress(rest);
    const std::string written = tutor::write_progress(read.progress);
    for (const std::string& line : sorted_lines(rest)) {
      CAPTURE(line);
      const bool cut_header = whole.starts_with(line);
      const std::string words = line.substr(0, line.find_last_not_of(' ') + 1);
      CHECK((cut_header || written.find(words) != std::string::npos));
    }
  }
}

TEST_CASE("a megabyte that is not ours is written back as it is") {
  std::string lines;
  while (lines.size() < 1 << 20) lines += "nobody knows this\n";
  std::string answers;
  for (int i = 0; answers.size() < 1 << 20; ++i) {
    answers += "answer q" + std::to_string(i) + " 1 0 1\n";
  }
  for (const std::string& text : {std::string(1 << 20, 'x'), lines, answers}) {
    const tutor::ReadProgress read = tutor::read_progress(text);
    CHECK_FALSE(read.fault.empty());
    CHECK(tutor::write_progress(read.progress).ends_with(text));
  }
}

TEST_CASE("two tabs that write by turns lose nothing, in whichever order they write") {
  sim::Random random(11);
  for (int round = 0; round < 1000; ++round) {
    tutor::Progress all;
    for (int i = 0; i < 6; ++i) do_something(random, all, all);
    const std::string start = tutor::write_progress(all) + "nobody knows this\n";
    all = tutor::read_progress(start).progress;
    Tab a = opened(start);
    Tab b = opened(start);
    for (int i = 0; i < 5; ++i) do_something(random, a.mine, all);
    for (int i = 0; i < 5; ++i) do_something(random, b.mine, all);
    Tab late_a = a;
    Tab early_b = b;
    std::string one_way = start;
    a.write(one_way);
    b.write(one_way);
    std::string other_way = start;
    early_b.write(other_way);
    late_a.write(other_way);
    CHECK(sorted_lines(one_way) == sorted_lines(tutor::write_progress(all)));
    CHECK(sorted_lines(other_way) == sorted_lines(one_way));
    a.write(one_way);  // again, with nothing new
    CHECK(sorted_lines(other_way) == sorted_lines(one_way));
    CHECK(times(one_way, "nobody knows this\n") == 1);
  }
}

TEST_CASE("many tabs that write by turns count each answer once") {
  sim::Random random(12);
  std::string store;
  tutor::Progress all;
  std::vector<Tab> tabs(4);
  for (int turn = 0; turn < 2000; ++turn) {
    Tab& tab = tabs[random.below(4)];
    if (random.chance(0.7)) do_something(random, tab.mine, all);
    if (random.chance(0.3)) tab.read(store);
    if (random.chance(0.5)) tab.write(store);
  }
  for (Tab& tab : tabs) tab.write(store);
  CHECK(sorted_lines(store) == sorted_lines(tutor::write_progress(all)));
}

TEST_CASE("a line that a newer tab adds, changes or takes away is as that tab left it") {
  std::string store = tutor::write_progress(some_progress()) + "streak 1\nbadge a\n";
  Tab tab = opened(store);
  store = tutor::write_progress(some_progress()) + "streak 2\nbadge b\nbadge a\n";
  tutor::entry_of(tab.mine, 5);
  tab.write(store);
  CHECK(store.ends_with(
      "stage 5 0\nanswer s1-overload 4000000007 2 1\nstreak 2\nbadge b\nbadge a\n"));
  store = tutor::write_progress(some_progress()) + "badge a\n";
  tab.write(store);
  CHECK(store.find("streak") == std::string::npos);
  CHECK(times(store, "badge") == 1);
}

TEST_CASE("progress that was cleared, or written over by one that knew less, is put back") {
  const std::string whole = tutor::write_progress(some_progress()) + "nobody knows this\n";
  for (const char* now : {"", "tenfold 1\nstage 1 2\nanswer s1-overload 4000000007 1 0\n"}) {
    Tab tab = opened(whole);
    std::string store = now;
    tab.write(store);
    CHECK(sorted_lines(store) == sorted_lines(whole));
    tab.write(store);
    CHECK(sorted_lines(store) == sorted_lines(whole));
  }
}

TEST_CASE("no bytes whatever do harm") {
  sim::Random random(7);
  const std::string good = tutor::write_progress(some_progress());
  for (int round = 0; round < 2000; ++round) {
    std::string text = good;
    for (int i = 0; i < 4; ++i) {
      text[random.below(static_cast<std::uint32_t>(text.size()))] =
          static_cast<char>(random.below(256));
    }
    const tutor::ReadProgress read = tutor::read_progress(text);
    CHECK(read.progress.stages.size() <= 3);
    for (const tutor::StageProgress& stage : read.progress.stages) CHECK(stage.stage >= 1);
    const std::string written = tutor::write_progress(read.progress);
    CHECK(tutor::write_progress(tutor::read_progress(written).progress) == written);
  }
  CHECK_FALSE(tutor::read_progress("stage 99999999999999999999 1").fault.empty());
}
