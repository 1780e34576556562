// Laid out by hand, on a ground of 1240 × 408 px that is squeezed where there is less room; then a
// part is its tile alone.
#include "ui/click_picture.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/catalogue.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using model::Health;
using model::Zone;

constexpr float kGroundWidth = 1240;
constexpr float kGroundHeight = 408;
constexpr float kCardWidth = 124;
constexpr float kCardHeight = 46;
constexpr float kRoomForNames = 1000;

struct Spot {
  Icon icon;
  std::string_view label;
  Zone zone;
  float x;
  float y;
  Health health = Health::up;
};
enum Part : std::uint8_t {
  ada,
  dns,
  edge,
  balancer,
  app1,
  app2,
  app3,
  search,
  payment,
  sessions,
  cache,
  shards,
  router1,
  router2,
  primary1,
  replica1,
  primary2,
  replica2,
  queue,
  worker
};
constexpr std::array kSpots = {
    Spot{Icon::clients, "Ada, in Lagos", Zone::people, 28, 104},
    Spot{Icon::dns, "DNS", Zone::edge, 196, 42},
    Spot{Icon::cdn, "CDN edge", Zone::edge, 196, 126},
    Spot{Icon::load_balancer, "Balancer", Zone::edge, 346, 126},
    Spot{Icon::app_server, "App 1", Zone::app, 526, 42},
    Spot{Icon::app_server, "App 2", Zone::app, 526, 108, Health::down},
    Spot{Icon::app_server, "App 3", Zone::app, 526, 174},
    Spot{Icon::service, "Search", Zone::app, 526, 256, Health::overloaded},
    Spot{Icon::service, "Payment", Zone::app, 526, 332},
    Spot{Icon::session_store, "Sessions", Zone::data, 716, 42},
    Spot{Icon::cache, "Cache", Zone::data, 716, 108},
    Spot{Icon::shards, "Shards", Zone::data, 716, 174},
    Spot{Icon::replica_set, "Router 1", Zone::data, 892, 108},
    Spot{Icon::replica_set, "Router 2", Zone::data, 892, 174},
    Spot{Icon::database, "Primary 1", Zone::data, 1070, 42},
    Spot{Icon::replica, "Replica 1", Zone::data, 1070, 108},
    Spot{Icon::database, "Primary 2", Zone::data, 1070, 174},
    Spot{Icon::replica, "Replica 2", Zone::data, 1070, 256},
    Spot{Icon::job_queue, "Queue", Zone::later, 716, 332},
    Spot{Icon::worker, "Worker", Zone::later, 866, 332},
};

struct Leg {
  Part from;
  Part to;
  int station;  // by which it is gone; -1: the click does not go there
};
constexpr std::array kLegs = {
    Leg{balancer, app1, -1},   Leg{router1, primary1, -1}, Leg{router1, replica1, -1},
    Leg{shards, router1, -1},  Leg{queue, worker, -1},     Leg{app1, cache, -1},
    Leg{ada, dns, 0},          Leg{ada, edge, 0},          Leg{edge, balancer, 0},
    Leg{balancer, app3, 1},    Leg{app3, sessions, 2},     Leg{app3, cache, 3},
    Leg{app3, shards, 4},      Leg{shards, router2, 4},    Leg{router2, replica2, 4},
    Leg{router2, primary2, 5}, Leg{app3, queue, 6},        Leg{ada, payment, 7},
};
constexpr std::array<ImVec2, kClickStations> kNumbers = {
    ImVec2(174, 96),   ImVec2(486, 172), ImVec2(698, 65),  ImVec2(698, 131), ImVec2(1052, 279),
    ImVec2(1052, 197), ImVec2(698, 355), ImVec2(300, 355), ImVec2(690, 26),  ImVec2(652, 176)};

struct Band {
  std::string_view name;
  Zone zone;
  Rect rect;
};
constexpr std::array kBands = {
    Band{"People", Zone::people, {16, 16, 150, 376}}, Band{"Edge", Zone::edge, {180, 16, 300, 376}},
    Band{"App", Zone::app, {494, 16, 190, 376}}, Band{"Data", Zone::data, {698, 16, 526, 376}},
    Band{"Later work", Zone::later, {698, 300, 306, 92}}};

class ClickPicture {
 public:
  ClickPicture(Screen& screen, const Rect& rect, int station)
      : screen_(screen), c_(screen.colors), rect_(rect), station_(station) {}

  void draw() {
    fill_rect(screen_, rect_, c_.pane, size::kMachineRound);
    stroke_rect(screen_, rect_, c_.line, 1, size::kMachineRound);
    for (const Band& band : kBands) {
      const Rect at = placed(band.rect);
      fill_rect(screen_, at, mixed(c_.pane, c_.zone(band.zone), c_.band_share), size::kRound);
      if (!has_names()) continue;
      draw_text(screen_, at.x + 12, at.y + 8, band.name, size::kSmall, c_.zone(band.zone), true);
    }
    for (const Leg& leg : kLegs) draw_leg(leg);
    for (const Spot& spot : kSpots) draw_spot(spot);
  }

  int show_numbers() {
    int pressed = -1;
    for (std::size_t i = 0; i < kClickStations; ++i) {
      const ImVec2 at = placed(kNumbers[i]);
      const std::string key = "click/" + std::to_string(i);
      const bool is_lit = station_ == static_cast<int>(i);
      if (show_station(screen_, key, at.x, at.y, i, is_lit)) pressed = static_cast<int>(i);
    }
    return pressed;
  }

 private:
  bool has_names() const { return rect_.width >= kRoomForNames; }
  ImVec2 placed(ImVec2 at) const {
    return {rect_.x + at.x * rect_.width / kGroundWidth,
            rect_.y + at.y * rect_.height / kGroundHeight};
  }
  Rect placed(const Rect& at) const {
    const ImVec2 low = placed(ImVec2(at.x, at.y));
    const ImVec2 high = placed(ImVec2(at.x + at.width, at.y + at.height));
    return {low.x, low.y, high.x - low.x, high.y - low.y};
  }
  // A card, or where names have no room a tile in the middle of it.
  Rect place_of(const Spot& spot) const {
    const Rect card = placed(Rect{spot.x, spot.y, kCardWidth, kCardHeight});
    if (has_names()) return card;
    const float px = std::clamp(card.width, 24.0f, 34.0f);
    return {card.x + (card.width - px) / 2, card.y + (card.height - px) / 2, px, px};
  }

  void draw_leg(const Leg& leg) {
    const Rect from = place_of(kSpots[leg.from]);
    const Rect to = place_of(kSpots[leg.to]);
    const bool is_gone = leg.station >= 0 && (station_ < 0 || leg.station <= station_);
    const Color color = is_gone ? c_.accent : mixed(c_.pane, c_.wire, 0.7f);
    const float thickness = is_gone ? (leg.station == station_ ? 5.0f : 3.5f) : 1.5f;
    const float y1 = from.y + from.height / 2;
    const float y2 = to.y + to.height / 2;
    const float right = from.x + from.width;
    const auto line = [&](float x1, float top, float x2, float bottom) {
      draw_line(screen_, x1, top, x2, bottom, color, thickness);
    };
    if (leg.to == payment) {  // below all else
      const float x = from.x + from.width / 2;
      line(x, from.y + from.height, x, y2 + thickness / 2);
      line(x, y2, to.x, y2);
      return;
    }
    if (y1 == y2) {
      line(right, y1, to.x, y2);
      return;
    }
    // Lines with ends of their own: each bend is made whole by half a line's thickness.
    const float x = to.x - 20 * rect_.width / kGroundWidth;
    const float half = y2 > y1 ? thickness / 2 : -thickness / 2;
    line(right, y1, x, y1);
    line(x, y1 - half, x, y2 + half);
    line(x, y2, to.x, y2);
  }

  void draw_spot(const Spot& spot) {
    const Rect rect = place_of(spot);
    const bool is_down = spot.health == Health::down;
    constexpr float kTile = 30;
    const Tile tile{.icon = spot.icon, .zone = spot.zone, .health = spot.health};
    if (!has_names()) {
      fill_rect(screen_, rect, c_.card, 7);
      draw_tile(screen_, tile, rect, rect.width * 0.6f);
      draw_badge(screen_, spot.health, rect.x + rect.width - 2, rect.y + 2, 0.7f);
      return;
    }
    if (is_down) {
      fill_rect(screen_, rect, c_.pane);
      draw_dashed_rect(screen_, rect, c_.control, 1.25f, 5, 4, size::kRound);
    } else {
      draw_card(screen_, rect, Depth::card, size::kRound);
      if (spot.health == Health::overloaded) stroke_rect(screen_, rect, c_.bad, 2);
    }
    draw_tile(screen_, tile, {rect.x + 7, rect.y + 8, kTile, kTile}, 18);
    const float x = rect.x + kTile + 14;
    const std::string_view state = is_down                             ? "died"
                                   : spot.health == Health::overloaded ? "drowning"
                                                                       : "";
    const float y = state.empty() ? rect.y + 16 : rect.y + 8;
    draw_text(screen_, x, y,
              fit_text(screen_, spot.label, size::kCaption, rect.x + rect.width - x - 2, true),
              size::kCaption, is_down ? c_.muted : c_.text, true);
    draw_text(screen_, x, y + 15, state, size::kAxis, c_.bad, true);
    draw_badge(screen_, spot.health, rect.x + rect.width - 4, rect.y + 3);
  }

  Screen& screen_;
  const Palette& c_;
  Rect rect_;
  int station_;
};

}  // namespace

float click_picture_height(float width) { return width >= kRoomForNames ? kGroundHeight : 320; }

bool show_station(Screen& screen, std::string_view key, float x, float y, std::size_t station,
                  bool is_lit) {
  constexpr float kRadius = 13;
  const Palette& c = screen.colors;
  const std::string number = std::to_string(station + 1);
  Node node;
  node.id = node_id(key);
  node.role = Role::button;
  node.name = "Station " + number;
  node.pressed = is_lit ? 1 : 0;
  node.rect = {x - kRadius, y - kRadius, 2 * kRadius, 2 * kRadius};
  const Pressed state = pressable(screen, std::move(node));
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddCircleFilled(screen.at(x, y), kRadius, c.card);
  draw.AddCircleFilled(screen.at(x, y), kRadius - 2, is_lit || state.hovered ? c.accent : c.text);
  draw_text(screen, x - text_width(screen, number, size::kCaption, true) / 2, y - 7, number,
            size::kCaption, is_lit || state.hovered ? c.on_accent : c.page, true);
  return state.pressed;
}

int show_click_picture(Screen& screen, const Rect& rect, int station) {
  ClickPicture picture(screen, rect, station);
  picture.draw();
  return picture.show_numbers();
}

}  // namespace tenfold::ui
