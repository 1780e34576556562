// What a room is. The lesson is one, and so is everything around it that has the screen to itself:
// quiz, cheat sheet, calculator … Each is declared and defined in a file of its own; the list of
// all of them stands beside their pages, in ui/rooms.cpp. What only one that is not there at once
// needs is in an inline namespace `later`, its functions here and its page: in the browser that
// code is a file of its own, which comes after the first picture (see src/cmake/split.mjs).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tenfold::model {
struct Scenario;
}

namespace tenfold::tutor {

struct Action;
struct Quiz;
struct Tutor;

// What a press on a part of the diagram marks, while something asks to pick one.
struct Pick {
  int option = -1;  // -1: nothing
  bool marked = false;
};

// Where its button stands.
enum class Door : std::uint8_t { more, bar, none };

// A system that is being put together.
struct DraftShown {
  const model::Scenario* scenario = nullptr;
  std::string_view picked = {};  // the part that is picked out
  std::string lacks = {};        // why it cannot run: a sentence; empty: it can
};

// All functions may be missing: then there is nothing to do.
struct RoomKind {
  std::string_view name;   // what ?mode= takes; of letters only
  std::string_view title;  // of its button
  std::string_view line;   // a few words on what it is for
  std::string_view icon;   // one of ui/icons.h, by its name
  Door door = Door::more;
  bool at_once = false;       // its code is there from the start
  bool is_wide = false;       // it has no pane: its page shows its run itself
  float measure = 680;        // px: no wider is its page while no run stands beside it
  bool has_file = false;      // its words are read from lessons/NAME.json
  bool has_problems = false;  // what is in lessons/problems is read for it
  // It has been entered, or its file has come while the learner was there.
  void (*enter)(Tutor& tutor) = nullptr;
  // Does nothing for what is not its own, or not possible now.
  void (*act)(Tutor& tutor, const Action& action) = nullptr;
  // Takes in what jobs have come to. In how many seconds it has something new to show by itself, as
  // a clock has; 0: never. `seconds`: of the viewer's, since the last time.
  double (*work)(Tutor& tutor, double seconds) = nullptr;
  // The run on screen has come to its end.
  void (*settle)(Tutor& tutor) = nullptr;
  // The questions that are asked in it now; nullptr: none are.
  Quiz* (*quiz)(Tutor& tutor) = nullptr;
  Pick (*pick)(const Tutor& tutor, std::string_view part) = nullptr;
  // What its pane shows while nothing runs: a system that is being put together.
  DraftShown (*draft)(const Tutor& tutor) = nullptr;
};

}  // namespace tenfold::tutor
