// What a learner does to a draft, as plain values: one press or drag each. None of them moves a
// card that it is not about.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "design/draft.h"
#include "model/scenario.h"

namespace tenfold::design {

// A part of that kind with its defaults. What needs a machine brings one of its own, unless it is
// to run on another's.
struct AddPart {
  std::string kind;
  std::optional<model::GridPlace> place = {};  // the nearest free cell; else where its kind belongs
  std::string machine = {};
};
// The same, between the two ends of a link, "users>app"; the new part asks the link's old end.
struct InsertPart {
  std::string kind;
  std::string link;
};
// Another like this: with its values, its links as far as they make no fault, and if it has one, a
// machine like its own.
struct CopyPart {
  std::string part;
};
// With all that speaks of it: links, changes, goals; a machine with all that runs on it; and the
// last on a machine with the machine.
struct RemovePart {
  std::string part;
};
// To a free place. A machine takes along what runs on it.
struct MovePart {
  std::string part;
  model::GridPlace place;
};
struct RenamePart {
  std::string part;
  std::string label;
};
// A value of a part, or of a link by its name. One that is the default is not kept.
struct SetValue {
  std::string target;
  model::Setting setting;
};
// On another machine, or (none named) on a new one of its own. The old one goes when it is empty.
struct MoveIn {
  std::string part;
  std::string machine = {};
};
struct Connect {
  std::string from;
  std::string to;
};
struct Disconnect {
  std::string link;
};
// Trouble, for one; see trouble.h.
struct AddChanges {
  std::vector<model::TimedChange> changes;
};
struct MoveChange {
  std::size_t change;  // into the draft's changes
  double at_s = 0;
};
struct RemoveChange {
  std::size_t change;
};
// In the place of another, or (past the last) as one more.
struct PutGoal {
  std::size_t goal;
  model::Goal value;
};
struct RemoveGoal {
  std::size_t goal;
};
struct SetTimes {
  double duration_s = 60;
  double warmup_s = 0;
};
struct NameDraft {
  std::string title;
};
// Start from another.
struct Replace {
  Draft draft;
};

using Step = std::variant<AddPart, InsertPart, CopyPart, RemovePart, MovePart, RenamePart, SetValue,
                          MoveIn, Connect, Disconnect, AddChanges, MoveChange, RemoveChange,
                          PutGoal, RemoveGoal, SetTimes, NameDraft, Replace>;

struct Applied {
  std::string refused = {};  // one sentence; empty: done
  std::string made = {};     // the id of the part that is new
  bool is_done() const { return refused.empty(); }
};

// Refused where something named is not there, a place is taken, a value is out of range, or links
// would lead round; the draft is then as it was. Otherwise its form is sound if it was before.
Applied apply(Draft& draft, const Step& step);

}  // namespace tenfold::design
