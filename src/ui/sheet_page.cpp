// The cheat sheet: searched, filtered by symptom, each row with its two runs.
#include <algorithm>
#include <array>

#include "lesson/room.h"
#include "tutor/sheet_room.h"
#include "ui/cards.h"
#include "ui/miniature.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {

namespace {

void show_search(Page& page, const lesson::Room& room, float top) {
  const tutor::SheetState& sheet = page.tutor.states.of<tutor::SheetState>();
  // Beside the opening words where there is room.
  constexpr float kSearch = 330;
  Column& column = page.column;
  const bool is_beside = column.width() > 2.6f * kSearch;
  const float x = column.x() + (is_beside ? column.width() - kSearch : 0);
  Column search =
      column.within(x, is_beside ? top : column.y(), is_beside ? kSearch : column.width());
  if (const auto typed = search.text_input("sheet/search", "Search the sheet", sheet.search)) {
    page.act(tutor::SearchSheet{*typed});
  }
  Cards::reach(column, search.y());
  std::vector<Column::RowButton> row;
  row.push_back({.key = "sheet/sign/all", .label = "All", .pressed = sheet.sign < 0});
  for (std::size_t i = 0; i < room.signs.size(); ++i) {
    row.push_back({.key = "sheet/sign/" + room.signs[i].id,
                   .label = room.signs[i].label,
                   .pressed = sheet.sign == static_cast<int>(i)});
  }
  const int pressed = page.column.buttons(row);
  if (pressed >= 0) page.act(tutor::FilterSheet{pressed - 1});
}

constexpr float kPictures = 84;
constexpr float kFoot = 56;

struct Remark {
  std::string key;
  Icon icon;
  Color color;
  std::string_view text;
  Tone tone = Tone::normal;
};

std::array<Remark, 4> remarks_of(const Palette& c, const lesson::SheetRow& row) {
  const std::string key = "sheet/" + row.id;
  return {{{key + "/symptom", Icon::warn, c.bad, row.symptom},
           {key + "/fix", Icon::check, c.good, row.fix},
           {key + "/cost", Icon::coin, c.strained_text, row.cost, Tone::muted},
           {key + "/metric", Icon::target, c.muted, row.metric, Tone::muted}}};
}

// Both curves on one scale: what was in a solid line over its ground, what is dashed.
void draw_curves(const Screen& screen, const Rect& rect, const tutor::SheetState::Result& result) {
  double most = 1e-9;
  for (const double value : result.was) most = std::max(most, value);
  for (const double value : result.is) most = std::max(most, value);
  const Palette& c = screen.colors;
  const float bottom = rect.y + rect.height;
  const auto draw = [&](const std::vector<double>& curve, bool is_after) {
    const auto at = [&](std::size_t i) {
      const auto share = static_cast<float>(i) / static_cast<float>(curve.size() - 1);
      return ImVec2(rect.x + rect.width * share,
                    bottom - rect.height * static_cast<float>(curve[i] / most));
    };
    for (std::size_t i = 1; i < curve.size(); ++i) {
      const ImVec2 from = at(i - 1);
      const ImVec2 to = at(i);
      if (!is_after) fill_below(screen, from.x, from.y, to.x, to.y, bottom, faded(c.bad, 0.14f));
      if (is_after && i % 4 > 2) continue;
      draw_line(screen, from.x, from.y, to.x, to.y, is_after ? c.good : c.bad, 1.75f);
    }
  };
  draw(result.was, false);
  draw(result.is, true);
}

// The number that proves it, before and after.
void show_proof(Screen& screen, const Rect& rect, const lesson::SheetRow& row,
                const tutor::SheetState::Result* result, bool is_running) {
  const Palette& c = screen.colors;
  Node node;
  node.id = node_id("sheet/" + row.id + "/proof");
  node.layer = screen.layer;
  node.rect = rect;
  node.name = row.proof;
  draw_text(screen, rect.x, rect.y, fit_text(screen, row.proof, size::kAxis, rect.width),
            size::kAxis, c.muted);
  if (result != nullptr) {
    constexpr float kPx = size::kOption;
    node.name += ": " + result->before + " with the symptom, " + result->after + " with the fix";
    const float y = rect.y + 15;
    float x = rect.x;
    draw_text(screen, x, y, result->before, kPx, c.bad, true);
    x += text_width(screen, result->before, kPx, true) + 5;
    draw_icon(screen, Icon::right, x, y + 3, 12, c.muted);
    draw_text(screen, x + 17, y, result->after, kPx, c.good, true);
    x += 27 + text_width(screen, result->after, kPx, true);
    const float free = rect.x + rect.width - x;
    const bool has_curves = result->was.size() > 1 && result->is.size() > 1 && free > 24;
    if (has_curves) draw_curves(screen, {x, rect.y + 10, std::min(free, 72.0f), 24}, *result);
  } else {
    draw_text(screen, rect.x, rect.y + 15, is_running ? "running" : "not run yet", size::kSmall,
              c.muted);
  }
  screen.mirror.add(std::move(node));
}

void show_foot(Page& page, Column& card, const lesson::SheetRow& row, bool runs) {
  const tutor::SheetState& sheet = page.tutor.states.of<tutor::SheetState>();
  Screen& screen = card.screen();
  draw_line(screen, card.x(), card.y(), card.x() + card.width(), card.y(), screen.colors.line);
  const std::string_view label = sheet.row == row.id ? "Again" : "Run both";
  const float button = text_width(screen, label, size::kOption, true) + 50;
  const float y = card.y() + 10;
  show_proof(screen, {card.x(), y, card.width() - button - 10, 34}, row,
             tutor::result_of(sheet, row.id), sheet.row == row.id);
  Column right = card.within(card.x() + card.width() - button, y, button);
  const std::array<Column::RowButton, 1> run{{{.key = "sheet/" + row.id + "/run",
                                               .label = std::string(label),
                                               .weight = Weight::soft,
                                               .disabled = !runs,
                                               .name = "Run symptom and fix: " + row.bottleneck,
                                               .icon = Icon::play}}};
  if (right.buttons(run) == 0) page.act(tutor::RunRow{row.id});
  card.space(kFoot);
}

void show_row(Page& page, Column& card, std::size_t index, float remarks) {
  const lesson::SheetRow& row = tutor::room_now(page.tutor)->rows[index];
  const tutor::SheetState& sheet = page.tutor.states.of<tutor::SheetState>();
  constexpr float kBadge = 36;
  const float top = card.y();
  Column title = card.within(card.x(), top, card.width() - kBadge - 4);
  title.heading(2, row.bottleneck, 17);
  if (show_stage_badge(page, "sheet/" + row.id, {card.x() + card.width() - kBadge, top, kBadge, 26},
                       row.stage, row.bottleneck)) {
    page.act(tutor::OpenStage{row.stage});
  }
  Cards::reach(card, std::max(title.y(), top + 34));
  const bool has_picture =
      index < sheet.pictures.size() && !sheet.pictures[index].before.parts.empty();
  if (has_picture) {
    show_pair(card.screen(), "sheet/" + row.id, sheet.pictures[index].before,
              sheet.pictures[index].after, {card.x(), card.y(), card.width(), kPictures});
  }
  card.space(kPictures + 12);
  const float words = card.y();
  for (const Remark& remark : remarks_of(card.screen().colors, row)) {
    card.remark(remark.key, remark.icon, remark.color, remark.text, remark.tone);
  }
  Cards::reach(card, words + remarks + 4);
  show_foot(page, card, row, has_picture);
}

void show_rows(Page& page, const lesson::Room& room, const std::vector<std::size_t>& shown) {
  const tutor::SheetState& sheet = page.tutor.states.of<tutor::SheetState>();
  Cards cards(page.column, 340, 3);
  float remarks = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    Column& card = cards.begin();
    if (i % cards.columns() == 0) {
      remarks = 0;
      for (std::size_t k = i; k < std::min(i + cards.columns(), shown.size()); ++k) {
        float height = 0;
        for (const Remark& remark : remarks_of(card.screen().colors, room.rows[shown[k]])) {
          height += card.remark_height(remark.key, remark.text);
        }
        remarks = std::max(remarks, height);
      }
    }
    const bool runs = room.rows[shown[i]].id == sheet.row;
    if (runs) {
      page.place_y = card.y();
      page.place_node = card.screen().mirror.nodes().size();
    }
    show_row(page, card, shown[i], remarks);
    cards.end(runs);
  }
}

}  // namespace

void show_sheet(Page& page) {
  const float top = page.column.y();
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  show_search(page, *room, top);
  const tutor::SheetState& sheet = page.tutor.states.of<tutor::SheetState>();
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < room->rows.size(); ++i) {
    // The diagram that comes with a run moves all rows: the one that runs stays in sight.
    if (room->rows[i].id == sheet.row) page.place = static_cast<int>(i) + 1;
    if (tutor::is_shown(*room, room->rows[i], sheet)) shown.push_back(i);
  }
  page.column.paragraph(
      "sheet/count",
      std::to_string(shown.size()) + " of " + std::to_string(room->rows.size()) + " rows",
      Tone::muted, size::kSmall);
  show_rows(page, *room, shown);
  page.column.link("sheet/print", "The whole sheet, to print", "lessons/sheet.html");
}

}  // namespace later
}  // namespace tenfold::ui
