// The paths are written as in SVG and packed by the compiler: an operation is a letter, a
// coordinate a byte in tenths of a grid unit, an angle a byte in steps of two degrees.
#include "ui/icons.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numbers>

namespace tenfold::ui {
namespace {

// M x y, L x y, C x y x y x y, Q x y x y, Z as in SVG; A cx cy r from to: an arc, degrees clockwise
// from the right; o cx cy r: a circle; d: a disc; r x y w h round: a box; f: a filled box; F: what
// follows up to its Z is filled.
struct IconPath {
  std::string_view name;
  std::string_view path;
};
constexpr auto kPaths = std::to_array<IconPath>({
    {"clients",
     "o 9 8 3 M 3.5 19 C 3.5 15.5 6 13.5 9 13.5 C 12 13.5 14.5 15.5 14.5 19 M 15.5 5.3 "
     "C 19.5 5.3 19.5 11 15.5 11 M 17 13.9 C 19.3 14.5 20.5 16.4 20.5 19"},
    {"dns",
     "M 12 2.5 L 12 5 M 5 5 L 16.5 5 L 19.5 8 L 16.5 11 L 5 11 Z M 12 11 L 12 21 M 8.5 21 "
     "L 15.5 21"},
    {"cdn",
     "o 12 12 8.5 M 3.5 12 L 20.5 12 M 12 3.5 C 7 8.5 7 15.5 12 20.5 "
     "C 17 15.5 17 8.5 12 3.5"},
    {"load_balancer",
     "d 4.5 12 2 M 6.5 12 L 9 12 C 13.5 12 11.5 5.5 16.5 5.5 M 9 12 L 16.5 12 M 9 12 "
     "C 13.5 12 11.5 18.5 16.5 18.5 o 18.7 5.5 1.8 o 18.7 12 1.8 o 18.7 18.5 1.8"},
    {"rate_limiter", "A 12 14.5 8.5 180 360 M 12 14.5 L 16.5 8.5 d 12 14.5 1.7 M 3.5 19 L 20.5 19"},
    {"app_server", "M 8 7 L 3 12 L 8 17 M 16 7 L 21 12 L 16 17 M 13.6 5 L 10.4 19"},
    {"service",
     "M 12 3 L 20 7.5 L 20 16.5 L 12 21 L 4 16.5 L 4 7.5 Z M 4 7.5 L 12 12 L 20 7.5 "
     "M 12 12 L 12 21"},
    {"autoscaler",
     "f 3 14 4.5 6.5 1 f 9.5 10 4.5 10.5 1 M 18.2 20 L 18.2 5 M 14.9 8.3 L 18.2 5 "
     "L 21.5 8.3"},
    {"circuit_breaker",
     "M 2.5 14 L 6 14 d 7.5 14 1.7 M 8.4 12.8 L 15.5 6 d 16.5 14 1.7 M 18 14 L 21.5 14"},
    {"bulkhead", "r 3 5 18 14 2.5 M 9 5 L 9 19 M 15 5 L 15 19 f 4.6 10.5 2.8 7 .6"},
    {"session_store",
     "r 3.5 5 17 14 2.5 o 9 10.5 2 M 6.2 15.8 C 6.2 13.4 11.8 13.4 11.8 15.8 M 14.5 10 "
     "L 17.5 10 M 14.5 14 L 17.5 14"},
    {"cache", "M 13 3 L 5.5 13.5 L 11 13.5 L 10 21 L 18.5 10 L 12.5 10 Z"},
    {"shards", "r 3.5 4 7 16 2 r 13.5 4 7 16 2 M 3.5 10 L 10.5 10 M 13.5 14 L 20.5 14"},
    {"replica_set",
     "M 4 8 L 20 8 M 16.5 4.5 L 20 8 L 16.5 11.5 M 20 16 L 4 16 M 7.5 12.5 L 4 16 "
     "L 7.5 19.5"},
    {"database",
     "M 5 6 C 5 3.2 19 3.2 19 6 C 19 8.8 5 8.8 5 6 Z M 5 6 L 5 18 C 5 20.8 19 20.8 19 18 "
     "L 19 6 M 5 12 C 5 14.8 19 14.8 19 12"},
    {"replica",
     "M 9 9.5 C 9 7.2 20.5 7.2 20.5 9.5 C 20.5 11.8 9 11.8 9 9.5 Z M 9 9.5 L 9 18.7 "
     "C 9 21 20.5 21 20.5 18.7 L 20.5 9.5 M 5.6 16.5 C 4.3 16.1 3.5 15.5 3.5 14.8 "
     "L 3.5 5.5 C 3.5 3.2 15 3.2 15 5.3"},
    {"job_queue",
     "M 3 6.5 L 21 6.5 M 3 17.5 L 21 17.5 d 19 12 2.2 d 13 12 2.2 d 7 12 2.2 d 2.6 12 1.1"},
    {"worker", "M 8 4.7 L 16 4.7 L 20.3 12 L 16 19.3 L 8 19.3 L 3.7 12 Z o 12 12 3.2"},
    {"machine",
     "r 3.5 4 17 7 2 r 3.5 13 17 7 2 d 7.2 7.5 1.1 d 7.2 16.5 1.1 M 12 7.5 L 17 7.5 "
     "M 12 16.5 L 17 16.5"},
    {"play", "F M 7.5 4.5 L 19.5 12 L 7.5 19.5 Z"},
    {"pause", "f 6 4.5 4 15 1.2 f 14 4.5 4 15 1.2"},
    {"step", "F M 5 5 L 14.5 12 L 5 19 Z f 16 5 3 14 1"},
    {"restart", "A 12 12.5 7.5 -60 210 M 11.8 3 L 15.9 6 L 12.4 9.6"},
    {"right", "M 9 5 L 16 12 L 9 19"},
    {"left", "M 15 5 L 8 12 L 15 19"},
    {"down", "M 5 9 L 12 16 L 19 9"},
    {"up", "M 5 15 L 12 8 L 19 15"},
    {"check", "M 5 12.5 L 10 17.5 L 19.5 7"},
    {"cross", "M 6 6 L 18 18 M 18 6 L 6 18"},
    {"plus", "M 12 5 L 12 19 M 5 12 L 19 12"},
    {"minus", "M 5 12 L 19 12"},
    {"journey",
     "o 5.5 18.5 2 M 7.5 18.5 L 15 18.5 C 20.5 18.5 20.5 12 15 12 L 9.5 12 "
     "C 4.5 12 4.5 5.5 9.5 5.5 L 15 5.5 d 17.5 5.5 2.3"},
    {"build", "r 3.5 12.5 8 8 1.5 r 12.5 12.5 8 8 1.5 r 8 3.5 8 8 1.5"},
    {"quiz",
     "o 12 12 8.7 M 9.3 9.6 C 9.3 6 14.8 6.2 14.8 9.6 C 14.8 11.9 12 11.9 12 14 "
     "d 12 17 1.1"},
    {"sheet",
     "M 6 3.5 L 14.5 3.5 L 18.5 7.5 L 18.5 20.5 L 6 20.5 Z M 9 10.5 L 15.5 10.5 M 9 13.7 "
     "L 15.5 13.7 M 9 17 L 13 17"},
    {"more", "d 5 12 1.8 d 12 12 1.8 d 19 12 1.8"},
    {"menu", "M 4 7 L 20 7 M 4 12 L 20 12 M 4 17 L 20 17"},
    {"sun",
     "o 12 12 4 M 12 2.5 L 12 4.5 M 12 19.5 L 12 21.5 M 2.5 12 L 4.5 12 M 19.5 12 "
     "L 21.5 12 M 5.3 5.3 L 6.7 6.7 M 17.3 17.3 L 18.7 18.7 M 18.7 5.3 L 17.3 6.7 "
     "M 6.7 17.3 L 5.3 18.7"},
    {"moon",
     "M 19.5 14.5 C 13 17.5 7.5 11 10.5 4.5 C 1.5 7.5 3 20.5 12.5 20.5 "
     "C 15.8 20.5 18.3 18.2 19.5 14.5 Z"},
    {"hint",
     "M 9 17 L 15 17 M 10 20.5 L 14 20.5 M 9 17 C 9 14 5.5 13 5.5 9.5 "
     "C 5.5 1.3 18.5 1.3 18.5 9.5 C 18.5 13 15 14 15 17"},
    {"kill", "A 12 13 7.5 -50 230 M 12 3.5 L 12 12"},
    {"slow",
     "M 6 3.5 L 18 3.5 M 6 20.5 L 18 20.5 M 7.5 3.5 C 7.5 10 16.5 14 16.5 20.5 M 16.5 3.5 "
     "C 16.5 10 7.5 14 7.5 20.5"},
    {"heal",
     "M 9 3.5 L 15 3.5 L 15 9 L 20.5 9 L 20.5 15 L 15 15 L 15 20.5 L 9 20.5 L 9 15 "
     "L 3.5 15 L 3.5 9 L 9 9 Z"},
    {"warn", "M 12 3.5 L 21.5 20 L 2.5 20 Z M 12 9.5 L 12 14 d 12 17 1.1"},
    {"search", "o 10.5 10.5 6.5 M 15.5 15.5 L 20.5 20.5"},
    {"share", "M 12 15 L 12 3.5 M 8 7.5 L 12 3.5 L 16 7.5 M 5 12 L 5 20.5 L 19 20.5 L 19 12"},
    {"undo", "M 8 4 L 3.5 8.5 L 8 13 M 3.5 8.5 L 14 8.5 C 22.5 8.5 22.5 19.5 14 19.5 L 9 19.5"},
    {"redo", "M 16 4 L 20.5 8.5 L 16 13 M 20.5 8.5 L 10 8.5 C 1.5 8.5 1.5 19.5 10 19.5 L 15 19.5"},
    {"print",
     "M 7 9 L 7 3.5 L 17 3.5 L 17 9 M 7 17 L 3.5 17 L 3.5 9 L 20.5 9 L 20.5 17 L 17 17 "
     "r 7 14 10 6.5 1"},
    {"calculator",
     "r 5 3.5 14 17 2.5 M 8.5 7.5 L 15.5 7.5 d 8.9 12 1.1 d 12 12 1.1 d 15.1 12 1.1 "
     "d 8.9 16 1.1 d 12 16 1.1 d 15.1 16 1.1"},
    {"interview",
     "M 4 5 L 20 5 L 20 16 L 12 16 L 8 20 L 8 16 L 4 16 Z M 8 9 L 16 9 M 8 12 L 13 12"},
    {"flag", "M 5.5 21 L 5.5 3.5 M 5.5 4.5 C 10 2 14 7 19 4.5 L 19 13 C 14 15.5 10 10.5 5.5 13"},
    {"target", "o 12 12 8.7 o 12 12 4.6 d 12 12 1.5"},
    {"choose",
     "M 12 4 L 12 20.5 M 8 20.5 L 16 20.5 M 5 7 L 19 7 M 5 7 L 2.5 14 L 7.5 14 Z M 19 7 "
     "L 16.5 14 L 21.5 14 Z"},
    {"clock", "o 12 12 8.7 M 12 7 L 12 12 L 15.5 14"},
    {"coin",
     "o 12 12 8.7 M 14.8 9 C 13.3 7 9 7.4 9.2 9.9 C 9.4 12.5 14.8 11.5 14.8 14.1 "
     "C 14.8 16.6 10.6 17 9 15 M 12 5.8 L 12 18.2"},
    {"book",
     "M 4 5 C 7 3.8 10 4 12 6 C 14 4 17 3.8 20 5 L 20 18.5 C 17 17.3 14 17.5 12 19.5 "
     "C 10 17.5 7 17.3 4 18.5 Z M 12 6 L 12 19.5"},
    {"star",
     "M 12 3.5 L 14.6 9 L 20.5 9.8 L 16.2 13.9 L 17.3 19.8 L 12 16.9 L 6.7 19.8 L 7.8 13.9 "
     "L 3.5 9.8 L 9.4 9 Z"},
    {"ring", "o 12 12 8 d 12 4 2.2 d 18.9 16 2.2 d 5.1 16 2.2"},
    {"connect", "o 5 12 2.3 o 19 12 2.3 M 7.5 12 L 16.5 12"},
    {"pencil", "M 4 20 L 5 15.5 L 16 4.5 L 19.5 8 L 8.5 19 Z M 13.5 7 L 17 10.5"},
    {"out", "M 13 4 L 20 4 L 20 11 M 20 4 L 11 13 M 18 14 L 18 20 L 4 20 L 4 6 L 10 6"},
    {"page", "r 4 4 16 16 2.5 M 4 9 L 20 9"},
    {"cart", "M 3 4 L 6 4 L 8.5 15 L 18 15 L 20 7.5 L 7 7.5 d 9.5 19 1.5 d 17 19 1.5"},
});
static_assert(kPaths.size() == kIconCount);

constexpr int coordinates_of(char operation) {
  switch (operation) {
    case 'M':
    case 'L':
      return 2;
    case 'Q':
      return 4;
    case 'C':
      return 6;
    case 'A':
    case 'r':
    case 'f':
      return 5;
    case 'o':
    case 'd':
      return 3;
    default:
      return 0;  // Z and F
  }
}

constexpr bool is_operation(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

constexpr float kTenth = 0.1f;

// Calls `put` with every byte of a path.
template <typename Put>
constexpr void pack(std::string_view path, Put put) {
  char operation = 0;
  int index = 0;  // of the coordinate within the operation
  std::size_t i = 0;
  while (i < path.size()) {
    if (path[i] == ' ') {
      ++i;
    } else if (is_operation(path[i])) {
      operation = path[i++];
      index = 0;
      put(static_cast<std::uint8_t>(operation));
    } else {
      const bool negative = path[i] == '-';
      if (negative) ++i;
      int tenths = 0;
      int decimals = -1;
      for (; i < path.size() && path[i] != ' '; ++i) {
        if (path[i] == '.') {
          decimals = 0;
        } else if (decimals < 1) {
          tenths = tenths * 10 + (path[i] - '0');
          if (decimals >= 0) ++decimals;
        }
      }
      if (decimals < 1) tenths *= 10;
      if (negative) tenths = -tenths;
      const bool is_angle = operation == 'A' && index >= 3;
      ++index;
      put(static_cast<std::uint8_t>(is_angle ? (tenths / 10 + 90) / 2 : tenths));
    }
  }
}

constexpr std::size_t packed_size() {
  std::size_t size = 0;
  for (const IconPath& icon : kPaths) pack(icon.path, [&size](std::uint8_t) { ++size; });
  return size;
}

struct Packed {
  std::array<std::uint8_t, packed_size()> bytes{};
  std::array<std::uint16_t, kPaths.size() + 1> starts{};
};

constexpr Packed pack_all() {
  Packed packed;
  std::uint16_t size = 0;
  for (std::size_t i = 0; i < kPaths.size(); ++i) {
    packed.starts[i] = size;
    pack(kPaths[i].path, [&packed, &size](std::uint8_t byte) { packed.bytes[size++] = byte; });
  }
  packed.starts[kPaths.size()] = size;
  return packed;
}

constexpr Packed kPacked = pack_all();

// The names stand apart from the paths, so that those are not in the program a second time.
constexpr auto kNames = [] {
  std::array<std::string_view, kPaths.size()> names{};
  for (std::size_t i = 0; i < kPaths.size(); ++i) names[i] = kPaths[i].name;
  return names;
}();

float radians(std::uint8_t packed) {
  const float degrees = static_cast<float>(packed) * 2 - 90;
  return degrees * std::numbers::pi_v<float> / 180;
}

// Draws one operation after the other.
class Pen {
 public:
  Pen(ImVec2 corner, float px, Color color)
      : corner_(corner),
        scale_(px / kGrid),
        stroke_(std::max(kStroke * scale_, kThinnest)),
        color_(color) {}

  void follow(char operation, const std::uint8_t* coordinates) {
    at_ = coordinates;
    switch (operation) {
      case 'M':
        finish(0);
        draw_.PathLineTo(point(0));
        return;
      case 'L':
        draw_.PathLineTo(point(0));
        return;
      case 'C':
        draw_.PathBezierCubicCurveTo(point(0), point(2), point(4));
        return;
      case 'Q':
        draw_.PathBezierQuadraticCurveTo(point(0), point(2));
        return;
      case 'Z':
        finish(ImDrawFlags_Closed);
        return;
      case 'F':
        finish(0);
        is_filled_ = true;
        return;
      default:
        finish(0);
        draw_shape(operation);
    }
  }

  // Draws the path so far, if there is one.
  void finish(ImDrawFlags flags) {
    if (draw_._Path.Size == 0) return;
    if (is_filled_) {
      draw_.PathFillConvex(color_);
    } else {
      draw_.PathStroke(color_, flags, stroke_);
    }
    is_filled_ = false;
  }

 private:
  static constexpr float kGrid = 24;
  static constexpr float kStroke = 1.75f;
  static constexpr float kThinnest = 1.35f;

  float number(int i) const { return static_cast<float>(at_[i]) * kTenth * scale_; }
  ImVec2 point(int i) const { return {corner_.x + number(i), corner_.y + number(i + 1)}; }

  void draw_shape(char operation) {
    const ImVec2 place = point(0);
    if (operation == 'A') {
      draw_.PathArcTo(place, number(2), radians(at_[3]), radians(at_[4]));
      finish(0);
    } else if (operation == 'o') {
      draw_.AddCircle(place, number(2), color_, 0, stroke_);
    } else if (operation == 'd') {
      draw_.AddCircleFilled(place, number(2), color_);
    } else {
      const ImVec2 opposite(place.x + number(2), place.y + number(3));
      if (operation == 'r') {
        draw_.AddRect(place, opposite, color_, number(4), 0, stroke_);
      } else {
        draw_.AddRectFilled(place, opposite, color_, number(4));
      }
    }
  }

  ImVec2 corner_;
  float scale_;
  float stroke_;
  Color color_;
  ImDrawList& draw_ = *ImGui::GetWindowDrawList();
  const std::uint8_t* at_ = nullptr;
  bool is_filled_ = false;
};

}  // namespace

std::string_view icon_name(Icon icon) { return kNames[static_cast<std::size_t>(icon)]; }

Icon icon_of_kind(std::string_view kind) {
  std::size_t i = 0;
  while (i + 1 < kNames.size() && kNames[i] != kind) ++i;
  return static_cast<Icon>(i);
}

void draw_icon(const Screen& screen, Icon icon, float x, float y, float px, Color color) {
  const auto which = static_cast<std::size_t>(icon);
  const std::uint8_t* at = kPacked.bytes.data() + kPacked.starts[which];
  const std::uint8_t* const end = kPacked.bytes.data() + kPacked.starts[which + 1];
  Pen pen(screen.at(x, y), px, color);
  while (at < end) {
    const char operation = static_cast<char>(*at++);
    pen.follow(operation, at);
    at += coordinates_of(operation);
  }
  pen.finish(0);
}

}  // namespace tenfold::ui
