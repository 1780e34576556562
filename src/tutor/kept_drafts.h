// The designs that a learner keeps in this browser, by their names, as one short text to be stored.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::tutor {

struct KeptDraft {
  std::string name;
  std::string link;  // the design as design/link.h writes it
};

struct KeptDrafts {
  std::vector<KeptDraft> drafts;  // the one kept last is first
  bool changed = false;           // there is something to store
};
inline constexpr std::size_t kMostKept = 20;

// In the place of the one that was kept as `was` (empty: of none), never of another: a name that is
// taken gets a number. The oldest goes where there are too many. Returns the name it is kept by.
std::string keep(KeptDrafts& kept, std::string_view was, std::string name, std::string link);
void forget(KeptDrafts& kept, std::string_view name);

// A line a draft: its link, a space, its name.
std::string write_drafts(const KeptDrafts& kept);
// What was stored, by an earlier visit or meanwhile by another tab: what is here under the same
// name stays, and what is only there is added. A line that is none is left out.
void add_stored_drafts(KeptDrafts& kept, std::string_view stored);

}  // namespace tenfold::tutor
