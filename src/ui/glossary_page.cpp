// Glossary: every term of all lessons once.
#include <algorithm>
#include <string>
#include <vector>

#include "lesson/stages.h"
#include "lesson/text.h"
#include "model/catalogue.h"
#include "sim/heap_sort.h"
#include "ui/room_parts.h"

namespace tenfold::ui {
inline namespace later {

namespace {

// A word that names a kind of part has its icon.
std::optional<Icon> icon_of(std::string_view term) {
  for (const model::KindInfo* kind : model::part_kinds()) {
    if (lesson::same_term(kind->title, term)) return icon_of_kind(kind->name);
  }
  return std::nullopt;
}

}  // namespace

// Every term of all lessons once, with the stage that explains it first.
void show_glossary(Page& page) {
  struct Entry {
    const lesson::Term* term;
    int stage;
  };
  std::vector<Entry> entries;
  for (const tutor::StageEntry& stage : page.tutor.lessons) {
    for (const lesson::Term& term : stage.lesson.glossary) {
      const bool known = std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        return lesson::same_term(entry.term->term, term.term);
      });
      if (stage.usable() && !known) entries.push_back({&term, stage.stage});
    }
  }
  sim::heap_sort(entries, [](const Entry& a, const Entry& b) {
    return lesson::lower(a.term->term) < lesson::lower(b.term->term);
  });
  page.column.heading(1, "Glossary");
  page.column.paragraph("glossary/text", "The words of all stages, a sentence each.");
  std::vector<std::string> lines;
  std::vector<std::optional<Icon>> icons;
  for (const Entry& entry : entries) {
    lines.push_back("**" + entry.term->term + "**: " + entry.term->meaning + " (Stage " +
                    lesson::stage_name(entry.stage) + ")");
    icons.push_back(icon_of(entry.term->term));
  }
  page.column.list("glossary", lines, icons);
}

}  // namespace later
}  // namespace tenfold::ui
