// The marks of the timeline up to the present.
#include "ui/diary.h"

#include "tutor/facts.h"
#include "tutor/time_marks.h"
#include "ui/timeline.h"

namespace tenfold::ui {

void show_diary(Column& column, const tutor::Run& run) {
  constexpr std::string_view kTitle = "So far";
  constexpr float kRow = 26;
  constexpr float kTime = 28;
  constexpr float kWords = 68;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const double now_s = sim::to_seconds(run.now());
  bool is_empty = true;
  for (const tutor::TimeMark& mark : tutor::marks_of(run.track())) {
    if (mark.at_s > now_s) break;
    if (is_empty) {
      column.paragraph("diary/title", kTitle, Tone::muted, size::kSmall);
      open_group(screen, Role::list, "diary", kTitle);
      is_empty = false;
    }
    const std::string time = tutor::show_clock(mark.at_s);
    const float y = column.y() + (kRow - size::kOption) / 2;
    draw_mark_sign(screen, column.x() + 10, column.y() + kRow / 2, mark.kind);
    draw_text(screen, column.x() + kTime, y, time, size::kOption, c.muted);
    draw_text(screen, column.x() + kWords, y,
              fit_text(screen, mark.words, size::kOption, column.width() - kWords), size::kOption,
              c.text);
    Node item;
    item.id = node_id("diary/" + time + mark.words);
    item.role = Role::list_item;
    item.layer = screen.layer;
    item.name = time + " " + mark.words;
    item.rect = {column.x(), column.y(), column.width(), kRow};
    screen.mirror.add(std::move(item));
    column.space(kRow);
  }
  if (is_empty) return;
  screen.mirror.close();
  column.space(10);
}

}  // namespace tenfold::ui
