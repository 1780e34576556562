// Differences of two drafts, and the list of them.
#include "design/history.h"

#include <algorithm>
#include <utility>

namespace tenfold::design {
namespace {

// To the byte: a part's settings in the same order.
bool is_same(const model::PartSpec& a, const model::PartSpec& b) {
  return a == b && a.settings == b.settings;
}
template <typename Item>
bool is_same(const Item& a, const Item& b) {
  return a == b;
}

template <typename Item>
Difference::Span<Item> span_between(const std::vector<Item>& before,
                                    const std::vector<Item>& after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && is_same(before[head], after[head])) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head &&
         is_same(before[before.size() - 1 - tail], after[after.size() - 1 - tail])) {
    ++tail;
  }
  const auto middle = [&](const std::vector<Item>& list) {
    return std::vector<Item>(list.begin() + static_cast<std::ptrdiff_t>(head),
                             list.end() - static_cast<std::ptrdiff_t>(tail));
  };
  return {head, middle(before), middle(after)};
}

template <typename Item>
void exchange(std::vector<Item>& list, std::size_t at, const std::vector<Item>& out,
              const std::vector<Item>& in) {
  const auto begin = list.begin() + static_cast<std::ptrdiff_t>(at);
  const auto gap = list.erase(begin, begin + static_cast<std::ptrdiff_t>(out.size()));
  list.insert(gap, in.begin(), in.end());
}

Difference::Head head_of(const Draft& draft) {
  return {draft.id, draft.title, draft.duration_s, draft.warmup_s};
}

void put_head(Draft& draft, const Difference::Head& head) {
  draft.id = head.id;
  draft.title = head.title;
  draft.duration_s = head.duration_s;
  draft.warmup_s = head.warmup_s;
}

template <typename Item>
bool is_empty(const Difference::Span<Item>& span) {
  return span.before.empty() && span.after.empty();
}

}  // namespace

bool Difference::is_nothing() const {
  return head_before == head_after && is_empty(parts) && is_empty(links) && is_empty(changes) &&
         is_empty(goals);
}

Difference difference(const Draft& before, const Draft& after) {
  return {.head_before = head_of(before),
          .head_after = head_of(after),
          .parts = span_between(before.parts, after.parts),
          .links = span_between(before.links, after.links),
          .changes = span_between(before.changes, after.changes),
          .goals = span_between(before.goals, after.goals)};
}

void do_again(Draft& draft, const Difference& step) {
  put_head(draft, step.head_after);
  exchange(draft.parts, step.parts.at, step.parts.before, step.parts.after);
  exchange(draft.links, step.links.at, step.links.before, step.links.after);
  exchange(draft.changes, step.changes.at, step.changes.before, step.changes.after);
  exchange(draft.goals, step.goals.at, step.goals.before, step.goals.after);
}

void take_back(Draft& draft, const Difference& step) {
  put_head(draft, step.head_before);
  exchange(draft.parts, step.parts.at, step.parts.after, step.parts.before);
  exchange(draft.links, step.links.at, step.links.after, step.links.before);
  exchange(draft.changes, step.changes.at, step.changes.after, step.changes.before);
  exchange(draft.goals, step.goals.at, step.goals.after, step.goals.before);
}

Applied History::apply(const Step& step, bool goes_on) {
  Draft next = draft_;
  Applied applied = design::apply(next, step);
  if (!applied.is_done()) return applied;
  Draft before = draft_;
  if (difference(before, next).is_nothing()) return applied;
  if (goes_on && can_undo()) take_back(before, steps_[--done_]);
  steps_.resize(done_);
  Difference made = difference(before, next);
  if (!made.is_nothing()) {
    steps_.push_back(std::move(made));
    ++done_;
  }
  draft_ = std::move(next);
  return applied;
}

void History::undo() {
  if (!can_undo()) return;
  take_back(draft_, steps_[--done_]);
}

void History::redo() {
  if (!can_redo()) return;
  do_again(draft_, steps_[done_++]);
}

}  // namespace tenfold::design
