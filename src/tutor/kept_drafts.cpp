// Names are of one line: a line break in one becomes a space.
#include "tutor/kept_drafts.h"

#include <algorithm>
#include <utility>

namespace tenfold::tutor {
namespace {

auto find(KeptDrafts& kept, std::string_view name) {
  return std::find_if(kept.drafts.begin(), kept.drafts.end(),
                      [name](const KeptDraft& one) { return one.name == name; });
}

}  // namespace

std::string keep(KeptDrafts& kept, std::string_view was, std::string name, std::string link) {
  std::replace(name.begin(), name.end(), '\n', ' ');
  const auto old = find(kept, was);
  if (old != kept.drafts.end() && old->name == name && old->link == link) return name;
  if (old != kept.drafts.end()) kept.drafts.erase(old);
  const std::string wanted = name;
  for (int number = 2; find(kept, name) != kept.drafts.end(); ++number) {
    name = wanted + " " + std::to_string(number);
  }
  kept.drafts.insert(kept.drafts.begin(), {name, std::move(link)});
  if (kept.drafts.size() > kMostKept) kept.drafts.pop_back();
  kept.changed = true;
  return name;
}

void forget(KeptDrafts& kept, std::string_view name) {
  const auto old = find(kept, name);
  if (old == kept.drafts.end()) return;
  kept.drafts.erase(old);
  kept.changed = true;
}

std::string write_drafts(const KeptDrafts& kept) {
  std::string text;
  for (const KeptDraft& draft : kept.drafts) text += draft.link + ' ' + draft.name + '\n';
  return text;
}

void add_stored_drafts(KeptDrafts& kept, std::string_view stored) {
  while (!stored.empty() && kept.drafts.size() < kMostKept) {
    const std::size_t end = std::min(stored.find('\n'), stored.size());
    const std::string_view line = stored.substr(0, end);
    stored.remove_prefix(std::min(end + 1, stored.size()));
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || space == 0) continue;
    const std::string_view name = line.substr(space + 1);
    if (find(kept, name) != kept.drafts.end()) continue;
    kept.drafts.push_back({std::string(name), std::string(line.substr(0, space))});
  }
}

}  // namespace tenfold::tutor
