// A draft with all that was done to it: each step is kept as what stood there before and after, so
// that any of them can be taken back and done again, to the byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "design/draft.h"
#include "design/step.h"

namespace tenfold::design {

// From one draft to another: what differs, and no more.
struct Difference {
  // Between an equal begin and an equal end of both lists.
  template <typename Item>
  struct Span {
    std::size_t at = 0;
    std::vector<Item> before = {};
    std::vector<Item> after = {};
  };
  struct Head {
    std::string id = {};
    std::string title = {};
    double duration_s = 0;
    double warmup_s = 0;
    bool operator==(const Head&) const = default;
  };
  Head head_before;
  Head head_after;
  Span<model::PartSpec> parts;
  Span<model::LinkSpec> links;
  Span<model::TimedChange> changes;
  Span<model::Goal> goals;

  bool is_nothing() const;
};
Difference difference(const Draft& before, const Draft& after);
void do_again(Draft& draft, const Difference& difference);   // REQUIRES: it is the one before
void take_back(Draft& draft, const Difference& difference);  // REQUIRES: it is the one after

class History {
 public:
  explicit History(Draft beginning = empty_draft()) : draft_(std::move(beginning)) {}

  const Draft& draft() const { return draft_; }

  // What had been undone is gone, unless the step is refused or changes nothing. One that goes on
  // with the step before it, as a drag does, is taken back together with that.
  Applied apply(const Step& step, bool goes_on = false);

  bool can_undo() const { return done_ > 0; }
  bool can_redo() const { return done_ < steps_.size(); }
  void undo();  // nothing when it cannot
  void redo();

 private:
  Draft draft_;
  std::vector<Difference> steps_;
  std::size_t done_ = 0;  // of the steps; those after have been undone
};

}  // namespace tenfold::design
