// Why trust it: a row of theory run on screen with its line, then both tables, row by row.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "lesson/stages.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {
inline namespace later {

namespace {

// As many digits as tell a difference.
std::string number(double value, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*g", digits, value);
  return text;
}

// The mean time to answer of all requests that left so far, second by second, by Little's law: as
// much waiting and working as there was, shared among those who left.
std::vector<double> means_ms(const model::System& system) {
  std::vector<double> means;
  double inside_s = 0;
  double left = 0;
  for (const model::Sample& sample : system.series()) {
    inside_s += sample.in_system * sample.span_s;
    left += static_cast<double>(sample.counts.good + sample.counts.failed);
    means.push_back(left > 0 ? 1000 * inside_s / left : 0);
  }
  return means;
}

struct MeanPlot {
  Rect box;
  double top_ms;
  double duration_s;

  float y_of(double ms) const {
    return box.y + box.height * (1 - static_cast<float>(std::min(ms / top_ms, 1.0)));
  }
  float x_of(std::size_t second) const {
    return box.x + box.width * static_cast<float>((static_cast<double>(second) + 1) / duration_s);
  }
};

void draw_means(Page& page, const lesson::LiveRow& live, const std::vector<double>& means) {
  constexpr float kHeight = 130;
  Column& column = page.column;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const MeanPlot plot{.box = {column.x(), column.y() + 22, column.width(), kHeight},
                      .top_ms = 2 * live.expected_ms,
                      .duration_s = live.scenario.duration_s};
  stroke_rect(screen, plot.box, c.line);
  const float line = plot.y_of(live.expected_ms);
  for (float x = plot.box.x; x + 6 < plot.box.x + plot.box.width; x += 10) {
    draw_line(screen, x, line, x + 6, line, c.zone(model::Zone::app), 2);
  }
  for (std::size_t i = 1; i < means.size(); ++i) {
    draw_line(screen, plot.x_of(i - 1), plot.y_of(means[i - 1]), plot.x_of(i), plot.y_of(means[i]),
              c.accent, 2);
  }
  const std::string now =
      means.empty() ? "nothing yet" : tutor::show_ms(std::round(means.back() * 10) / 10);
  const std::string theory = tutor::show_ms(live.expected_ms);
  draw_text(screen, plot.box.x, column.y(), "— mean time so far: " + now, 13, c.accent, true);
  const std::string dashed = "– – theory: " + theory;
  draw_text(screen, plot.box.x + plot.box.width - text_width(screen, dashed, 13, true), column.y(),
            dashed, 13, c.zone(model::Zone::app), true);
  Node node;
  node.id = node_id("proof/plot");
  node.role = Role::image;
  node.layer = screen.layer;
  node.name = "Mean time to answer so far: " + now + ". Theory expects " + theory + ".";
  node.rect = {plot.box.x, column.y(), plot.box.width, kHeight + 22};
  screen.mirror.add(std::move(node));
  column.space(kHeight + 34);
}

void show_live(Page& page, const lesson::LiveRow& live) {
  const tutor::Run& run = page.tutor.room_run;
  const bool ran = !run.is_empty();
  page.place = ran ? 1 : 0;
  if (ran) {
    page.place_y = page.column.y();
    page.place_node = page.column.screen().mirror.nodes().size();
  }
  if (page.column.button("proof/run", ran ? "Run it again" : "Run this row", Weight::primary)) {
    page.act(tutor::RunRow{live.row});
  }
  if (ran) draw_means(page, live, means_ms(run.system()));
}

void show_theory(Page& page, const lesson::Room& room) {
  if (room.theory.empty()) return;
  std::vector<std::vector<Column::TableCell>> rows{
      {{"What"}, {"Theory expects"}, {"The simulation gave"}, {"99.9 % interval"}}};
  for (const lesson::TheoryRow& row : room.theory) {
    rows.push_back({{row.name},
                    {number(row.expected, 6)},
                    {number(row.simulated, 6)},
                    {"± " + number(row.half_width, 2)}});
  }
  page.column.heading(2, "Theory and simulation");
  page.column.table("proof/theory", "Theory and simulation", rows);
}

std::string_view role_in_words(lesson::MatrixRow::Role role) {
  using Role = lesson::MatrixRow::Role;
  switch (role) {
    case Role::nothing:
      return "nothing";
    case Role::fix:
      return "the fix";
    case Role::copied:
      return "the fix, copied";
    case Role::solution:
      return "the challenge";
    case Role::alternative:
      break;
  }
  return "instead";
}

void show_matrix(Page& page, const lesson::Room& room) {
  for (auto row = room.matrix.begin(); row != room.matrix.end();) {
    const auto end = std::find_if(row, room.matrix.end(), [&](const lesson::MatrixRow& other) {
      return other.stage != row->stage;
    });
    const std::string title = "Stage " + lesson::stage_name(row->stage) + ": " + row->title;
    std::vector<std::vector<Column::TableCell>> rows{
        {{"What was done"}, {"As"}, {"Met the goals"}}};
    for (; row != end; ++row) {
      rows.push_back({{row->label},
                      {std::string(role_in_words(row->role))},
                      {std::to_string(row->wins) + " of " + std::to_string(row->of)}});
    }
    page.column.heading(2, title);
    page.column.table("proof/" + title, title, rows);
  }
}

}  // namespace

void show_proof(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  // The first section is about the row that can be run.
  for (std::size_t i = 0; i < room->sections.size(); ++i) {
    show_section(page, room->sections[i], i);
    if (i == 0 && room->live) show_live(page, *room->live);
  }
  show_theory(page, *room);
  show_matrix(page, *room);
  page.column.paragraph("proof/signature", "Signature of the runs: " + room->signature, Tone::muted,
                        size::kSmall);
}

}  // namespace later
}  // namespace tenfold::ui
