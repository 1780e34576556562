// What was said is held against what each move needs before it.
#include "tutor/interview.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/random.h"

namespace tenfold::tutor {
namespace {

using lesson::Move;

// The place among what was said; its size when it was not.
std::size_t place_of(const std::vector<SaidMove>& said, int move) {
  const auto found = std::find_if(said.begin(), said.end(),
                                  [move](const SaidMove& one) { return one.move == move; });
  return static_cast<std::size_t>(found - said.begin());
}

// The first needed move of an earlier phase, or one that has to come before, which came later.
const Move* came_too_late(const lesson::Interview& interview, const std::vector<SaidMove>& said,
                          std::size_t place) {
  const Move& move = interview.moves[static_cast<std::size_t>(said[place].move)];
  for (std::size_t later = place + 1; later < said.size(); ++later) {
    const Move& other = interview.moves[static_cast<std::size_t>(said[later].move)];
    const bool before = other.phase < move.phase || std::find(move.after.begin(), move.after.end(),
                                                              other.id) != move.after.end();
    if (before && other.needed) return &other;
  }
  return nullptr;
}

std::string_view phase_fault(Move::Phase phase) {
  constexpr std::array<std::string_view, 5> kFaults = {
      "You did not ask what it must do.", "You skipped the estimate.", "You never started simple.",
      "You left out a step.", "You did not say when to stop."};
  return kFaults[static_cast<std::size_t>(phase)];
}

}  // namespace

InterviewState begin_interview(const lesson::Room& room, int interview, std::uint64_t seed) {
  InterviewState state;
  state.interview = interview;
  const lesson::Interview& chosen = room.interviews[static_cast<std::size_t>(interview)];
  state.left_s = chosen.minutes * 60;
  for (std::size_t i = 0; i < chosen.moves.size(); ++i)
    state.offered.push_back(static_cast<int>(i));
  // Fisher–Yates.
  for (std::size_t i = state.offered.size(); i > 1; --i) {
    std::swap(state.offered[i - 1], state.offered[sim::mix64(seed + i) % i]);
  }
  return state;
}

bool was_said(const InterviewState& state, int move) {
  return place_of(state.said, move) < state.said.size();
}

std::vector<InterviewLine> judge_interview(const lesson::Interview& interview,
                                           const std::vector<SaidMove>& said) {
  std::vector<InterviewLine> lines;
  int sound = 0;
  int needed = 0;
  for (std::size_t i = 0; i < interview.moves.size(); ++i) {
    const Move& move = interview.moves[i];
    if (!move.needed) continue;
    ++needed;
    if (place_of(said, static_cast<int>(i)) == said.size()) {
      lines.push_back({false, "**" + std::string(phase_fault(move.phase)) + "** “" + move.text +
                                  "” " + move.feedback});
    }
  }
  for (std::size_t place = 0; place < said.size(); ++place) {
    const Move& move = interview.moves[static_cast<std::size_t>(said[place].move)];
    const std::string quote = "“" + move.text + "” ";
    if (!move.needed) {
      lines.push_back({false, "**Too much for this.** " + quote + move.feedback});
      continue;
    }
    bool good = true;
    if (const Move* other = came_too_late(interview, said, place)) {
      lines.push_back({false, "**Too early.** " + quote + "First: “" + other->text + "”"});
      good = false;
    }
    if (!move.reasons.empty() && said[place].reason < 0) {
      lines.push_back(
          {false, "**No reason given.** " + quote + "Add a piece only when you can say why."});
      good = false;
    } else if (!move.reasons.empty()) {
      const lesson::Reason& reason = move.reasons[static_cast<std::size_t>(said[place].reason)];
      if (!reason.right) {
        lines.push_back({false, "**Not the reason.** " + quote + reason.feedback});
        good = false;
      }
    }
    if (good) ++sound;
  }
  lines.insert(lines.begin(),
               {sound == needed && static_cast<int>(said.size()) == needed,
                std::to_string(sound) + " of the " + std::to_string(needed) +
                    " moves that this takes were made, argued and in a sound order."});
  return lines;
}

}  // namespace tenfold::tutor
