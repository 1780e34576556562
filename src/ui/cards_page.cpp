// Two cards to go on with: consistent hashing, counted on the model's own ring, and CAP. Each shows
// its idea as a picture that one acts on, and then says it.
#include <array>
#include <cmath>
#include <numbers>

#include "tutor/cards_room.h"
#include "ui/cards.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {

namespace {

constexpr int kMostServers = 20;

ImVec2 on_circle(const Rect& rect, double place, float radius) {
  const auto angle = static_cast<float>(2 * std::numbers::pi * place - std::numbers::pi / 2);
  return {rect.x + rect.width / 2 + radius * std::cos(angle),
          rect.y + rect.height / 2 + radius * std::sin(angle)};
}

void draw_arc(const Screen& screen, const Rect& rect, double from, double to, float radius,
              Color color) {
  constexpr double kStep = 0.01;
  for (double at = from; at < to; at += kStep) {
    const ImVec2 begin = on_circle(rect, at, radius);
    const ImVec2 end = on_circle(rect, std::min(at + kStep * 1.2, to), radius);
    draw_line(screen, begin.x, begin.y, end.x, end.y, color, 12);
  }
}

// The ring with its servers' points on it and keys inside; where one was added, the stretches that
// it took over and the keys that moved.
void draw_ring(const Screen& screen, const Rect& rect, const tutor::CardState& card) {
  const Palette& c = screen.colors;
  const float radius = std::min(rect.width, rect.height) / 2 - 16;
  const float bead = card.servers > 8 ? 4.0f : 11.0f;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_arc(screen, rect, 0, 1, radius, mixed(c.card, c.control, 0.3f));
  const auto& points = card.ring.points;
  const auto is_there = [&](const tutor::RingPicture::Point& point) {
    return card.is_added || point.server < card.servers;
  };
  for (std::size_t i = 0; i < points.size() && card.is_added; ++i) {
    if (points[i].server != card.servers) continue;
    const double before = i > 0 ? points[i - 1].place : points.back().place - 1;
    draw_arc(screen, rect, before, points[i].place, radius, c.accent);
  }
  for (const tutor::RingPicture::Point& point : points) {
    if (!is_there(point)) continue;
    const bool is_new = point.server == card.servers;
    const ImVec2 at = on_circle(rect, point.place, radius);
    draw.AddCircleFilled(screen.at(at.x, at.y), bead, is_new ? c.accent : c.card);
    draw.AddCircle(screen.at(at.x, at.y), bead - 0.5f, is_new ? c.accent : c.control, 0, 1.75f);
    if (bead < 10) continue;
    const std::string number = std::to_string(point.server + 1);
    draw_text(screen, at.x - text_width(screen, number, size::kAxis, true) / 2, at.y - 6.5f, number,
              size::kAxis, is_new ? c.on_accent : c.text, true);
  }
  for (const tutor::RingPicture::Key& key : card.ring.keys) {
    const bool moved = card.is_added && key.moves;
    const ImVec2 at = on_circle(rect, key.place, radius - 24);
    if (moved) {
      draw.AddNgonFilled(screen.at(at.x, at.y), 5, c.accent, 4);
    } else {
      draw.AddCircleFilled(screen.at(at.x, at.y), 2.5f, c.muted);
    }
  }
}

void show_share_of_keys(Column& column, std::string_view key, std::string_view name, double share,
                        Color color) {
  const std::string shown = tutor::show_share(share);
  const Rect rect = column.picture(key, std::string(name) + ": " + shown + " of the keys move", 18);
  const Screen& screen = column.screen();
  constexpr float kName = 104;
  draw_text(screen, rect.x, rect.y + 2, name, size::kSmall, screen.colors.muted);
  draw_meter(screen, {rect.x + kName, rect.y + 4, rect.width - kName - 54, 10},
             static_cast<float>(share), color);
  draw_text(screen, rect.x + rect.width - 46, rect.y + 1, shown, size::kButton, color, true);
}

void show_ring(Page& page) {
  const tutor::CardState& card = page.tutor.states.of<tutor::CardState>();
  Column& column = page.column;
  const Palette& c = column.screen().colors;
  column.heading(2, "How many keys move?", 18);
  const auto moving = std::count_if(card.ring.keys.begin(), card.ring.keys.end(),
                                    [](const tutor::RingPicture::Key& key) { return key.moves; });
  std::string words = std::to_string(card.servers + (card.is_added ? 1 : 0)) +
                      " servers on a ring, each at three points, and " +
                      std::to_string(card.ring.keys.size()) + " keys";
  if (card.is_added) words += ", of which " + std::to_string(moving) + " moved to the new server";
  const Rect ring = column.picture("cards/ring", words, 260);
  draw_ring(column.screen(), ring, card);
  const std::string next = std::to_string(card.servers + (card.is_added ? 2 : 1));
  const std::array<Column::RowButton, 2> row{
      {{.key = "cards/add",
        .label = "Add server " + next,
        .weight = Weight::primary,
        .disabled = card.is_added && card.servers >= kMostServers,
        .icon = Icon::plus},
       {.key = "cards/back",
        .label = "Back",
        .weight = Weight::ghost,
        .disabled = !card.is_added && card.servers == 1}}};
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::SetServers{card.servers + (card.is_added ? 1 : 0), true});
  if (pressed == 1) {
    page.act(tutor::SetServers{card.is_added ? card.servers : card.servers - 1, false});
  }
  const auto moved = column.slider(
      "cards/servers", "Servers before one is added",
      "Servers before one is added: " + std::to_string(card.servers),
      {.now = static_cast<double>(card.servers), .low = 1, .high = kMostServers, .step = 1});
  if (moved) page.act(tutor::SetServers{static_cast<int>(std::lround(*moved)), card.is_added});
  column.paragraph("cards/counted", "Of 20,000 keys, with 100 points for each server:", Tone::muted,
                   size::kSmall);
  show_share_of_keys(column, "cards/remainder", "by remainder", card.moved.by_remainder, c.bad);
  show_share_of_keys(column, "cards/ring-share", "on the ring", card.moved.by_ring, c.good);
  show_share_of_keys(column, "cards/least", "the least", 1.0 / (card.servers + 1), c.muted);
}

// Two copies, the cut between them, and what the reader at the second gets.
void draw_cut(const Screen& screen, const Rect& rect, int answer) {
  constexpr float kTile = 44;
  const Palette& c = screen.colors;
  const float y = rect.y + 8;
  const auto copy = [&](float x, Icon icon, std::string_view name) {
    draw_tile(screen, {.icon = icon, .zone = model::Zone::data}, {x, y, kTile, kTile}, 24);
    draw_text(screen, x + (kTile - text_width(screen, name, size::kCaption, true)) / 2,
              y + kTile + 5, name, size::kCaption, c.text, true);
  };
  const float left = rect.x + 28;
  const float right = rect.x + rect.width - 28 - kTile;
  const float line = y + kTile / 2;
  draw_dashed_line(screen, left + kTile + 6, line, right - 6, line, c.bad, 2, 4, 4);
  draw_badge(screen, model::Health::down, (left + right + kTile) / 2, line);
  copy(left, Icon::database, "Virginia");
  copy(right, Icon::replica, "Lagos");
  const float middle = right + kTile / 2;
  draw_line(screen, middle, y + kTile + 24, middle, y + kTile + 44, c.wire, 2);
  draw_icon(screen, Icon::clients, middle - 12, y + kTile + 48, 24, c.zone(model::Zone::people));
  if (answer < 0) return;
  const bool is_error = answer == 1;
  const std::string_view words = is_error ? "an error" : "an old answer";
  const float width = text_width(screen, words, size::kSmall, true) + 22 * 0.8f;
  draw_pill(screen, middle - 24 - width, y + kTile + 48, 22, words, size::kSmall,
            is_error ? c.bad_soft : c.strained_soft, is_error ? c.bad : c.strained_text,
            is_error ? c.bad : c.strained_text);
}

void show_cut(Page& page) {
  const int answer = page.tutor.states.of<tutor::CardState>().answer;
  Column& column = page.column;
  column.heading(2, "The cable is cut", 18);
  std::string words = "A primary in Virginia and its copy in Lagos, and the link between them cut";
  if (answer >= 0)
    words += answer == 1 ? "; a reader in Lagos gets an error"
                         : "; a reader in Lagos gets an old answer";
  draw_cut(column.screen(), column.picture("cards/cut", words, 132), answer);
  const std::array<Column::Option, 2> options{
      {{.text = "An old answer",
        .note = "Available: right for a feed, which may be behind.",
        .checked = answer == 0,
        .icon = Icon::clock},
       {.text = "An error",
        .note = "Consistent: right for a payment, which may not be wrong.",
        .checked = answer == 1,
        .icon = Icon::cross}}};
  column.paragraph("cards/cut/prompt",
                   "Both sides run, neither hears the other. What does Lagos answer?");
  const int taken = column.options("cards/answer", "What does Lagos answer?", options);
  if (taken >= 0) page.act(tutor::AnswerCut{taken});
}

}  // namespace

void show_cards(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  {
    Cards cards(page.column, 380, 2);
    Page ring = page.in(cards.begin());
    show_ring(ring);
    cards.end();
    Page cut = page.in(cards.begin());
    show_cut(cut);
    cards.end();
  }
  show_sections(page, *room);
}

}  // namespace later
}  // namespace tenfold::ui
