// Compares every edit of a file with those before it.
#include "lesson/repeats.h"

#include <algorithm>
#include <string>

#include "lesson/fields.h"
#include "lesson/json.h"
#include "lesson/words.h"

namespace tenfold::lesson {
namespace {

// Every edit of every list called "edits", with its place.
void collect(const Cursor& at, std::vector<Cursor>& edits) {
  for (std::size_t i = 0; i < at.node->items.size(); ++i) {
    const Node& item = at.node->items[i];
    const bool in_list = at.node->kind == Node::Kind::list;
    const Cursor inner{&item, at.path + '/' + (in_list ? std::to_string(i) : item.key)};
    if (in_list && at.node->key == "edits") {
      edits.push_back(inner);
    } else {
      collect(inner, edits);
    }
  }
}

}  // namespace

std::vector<FileFault> check_repeats(std::string_view text, std::string_view file) {
  const ParsedJson parsed = parse_json(text);
  std::vector<Cursor> edits;
  collect({&parsed.root, ""}, edits);
  std::vector<FileFault> faults;
  for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
    const auto first = std::find_if(
        edits.begin(), edit, [&](const Cursor& other) { return *other.node == *edit->node; });
    if (first == edit) continue;
    faults.push_back({std::string(file), edit->path,
                      "repeats " + first->path + "; what several need is built on with \"from\""});
  }
  const auto share = static_cast<double>(faults.size()) / static_cast<double>(edits.size());
  if (edits.empty() || share <= kMostRepeats) faults.clear();
  return faults;
}

}  // namespace tenfold::lesson
