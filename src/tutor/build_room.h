// The open bench: a system of one's own is put together, run, broken, kept and shared.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "design/connections.h"
#include "design/faults.h"
#include "design/history.h"
#include "tutor/attempt.h"
#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kBuild;

// What could be put into a link, by its name.
struct LinkKinds {
  std::string link;
  std::vector<const model::KindInfo*> kinds;
};

struct BuildState : RoomState {
  static constexpr const RoomKind* kRoom = &kBuild;
  enum class Tab : std::uint8_t { problem, parts, goals, trouble, start };
  design::History history;
  std::vector<design::DraftFault> faults;         // of the draft as it is
  std::string picked;                             // a part's id; empty: none
  std::vector<design::ConnectionTarget> targets;  // whom it could ask
  std::vector<LinkKinds> kinds_between;           // by link that leaves it
  std::string kept_as;  // the name by which this browser keeps it; empty: not yet
  std::string typing;   // the field that the last step typed into; empty: none
  std::string said;     // why the last step was refused; empty: it was done
  Tab tab = Tab::parts;
  bool is_adding = false;  // the palette stands open
  bool is_whole = false;   // all that can be set of a part is shown, not only what matters most
  std::vector<std::unique_ptr<ProblemEntry>> problems;  // in the order of their files' names
  std::optional<Attempt> attempt;                       // at one of them; none: the bench is free
};
inline constexpr int kBuildTabs = static_cast<int>(BuildState::Tab::start) + 1;

struct EditDraft {
  design::Step step;
};
struct UndoEdit {};
struct RedoEdit {};
struct PickInDraft {  // or lets it go where it is picked already
  std::string part;
};
struct ShowBuildTab {
  int tab;
};
struct ShowPalette {
  bool open;
};
struct ShowWhole {
  bool whole;
};
// By its place in design::kTroubles; at_s below 0: now, in the run on screen.
struct MakeTrouble {
  int trouble;
  std::string target;
  double at_s;
};
// A stage's system as it fails or as the lesson mends it; 0: nothing.
struct StartFrom {
  int stage;
  bool mended;
};
struct OpenKept {
  std::string name;
};
struct ForgetKept {
  std::string name;
};
struct ShareDraft {};
struct SaveDraft {};  // as a file
struct AskForFile {};
struct OpenProblem {
  int problem;  // -1: none any more
};
struct OpenLevel {  // begins with what the level before ended with
  int level;
};
struct AskCustomer {
  int question;
};
struct AnswerSum {
  int sum;
  std::string number;
};
struct AskVerdict {};
struct CancelVerdict {};
struct ReplayWorst {};  // the worst run, at its worst moment
struct OpenReference {};
using BuildAction =
    std::variant<EditDraft, UndoEdit, RedoEdit, PickInDraft, ShowBuildTab, ShowPalette, ShowWhole,
                 MakeTrouble, StartFrom, OpenKept, ForgetKept, ShareDraft, SaveDraft, AskForFile,
                 OpenProblem, OpenLevel, AskCustomer, AnswerSum, AskVerdict, CancelVerdict,
                 ReplayWorst, OpenReference>;

inline namespace later {
// What somebody else has made, as a link's text or a file's: it is on the bench then, or it is said
// why not. REQUIRES: the learner is there.
void take_link(Tutor& tutor, std::string_view text);
void take_file(Tutor& tutor, std::string_view bytes);
// A problem's file; a faulty one is kept as an entry that says why.
void add_problem(Tutor& tutor, std::string_view text, std::string_view file);
}  // namespace later

}  // namespace tenfold::tutor
