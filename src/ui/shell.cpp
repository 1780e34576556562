// From left to right: the way home, the rooms, the stages, day and night. A bar that has no room
// for the stages one by one has a button that opens their list; a narrow one opens all lists.
#include "ui/shell.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "lesson/stages.h"
#include "tutor/action.h"
#include "tutor/facts.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using tutor::Door;
using tutor::RoomKind;

constexpr float kHeight = 52;
constexpr float kMiddle = kHeight / 2;
constexpr float kOneRow = 720;  // px: a narrower bar has only a mark, a pill and a menu
constexpr float kMargin = 16;
constexpr float kIcon = 18;

// What the learner has reached in a stage.
struct Reached {
  bool is_finished = false;
  std::string words;  // to go on after its name
};

Reached reached(const tutor::Tutor& tutor, const tutor::StageEntry& stage) {
  const tutor::StageProgress so_far = tutor::progress_in(tutor, stage);
  if (so_far.finished) return {true, ", finished"};
  if (so_far.step == 0) return {};
  return {false, ", begun: step " + std::to_string(so_far.step + 1) + " of " +
                     std::to_string(tutor::kSteps)};
}

// One of a panel's: a room to go to, or something to choose.
struct PanelItem {
  std::string key;
  std::string name;   // as it is told
  std::string label;  // as it is drawn
  std::string line = {};
  Icon icon = Icon::right;
  bool is_current = false;
  std::int8_t pressed = -1;
};

class Bar {
 public:
  Bar(Screen& screen, const ShellInput& input) : screen_(screen), input_(input) {}

  void draw() {
    const Viewport& viewport = screen_.viewport;
    fill_rect(screen_, {0, 0, viewport.width, kHeight}, screen_.colors.page, 0);
    draw_line(screen_, 0, kHeight - 0.5f, viewport.width, kHeight - 0.5f, screen_.colors.line);
    open_group(screen_, Role::navigation, "shell", "Tenfold", Rect{0, 0, viewport.width, kHeight});
    if (viewport.width < kOneRow) {
      draw_narrow();
    } else {
      draw_wide();
    }
    screen_.mirror.close();
  }

 private:
  bool in_lesson() const { return input_.tutor.in_lesson(); }
  bool is_open(ShellPanel panel) const { return input_.panel == panel; }
  void act(tutor::Action action) { input_.frame.actions.push_back(std::move(action)); }
  void go_to(const RoomKind& room) {
    input_.panel = ShellPanel::none;
    act(tutor::GoToRoom{&room});
  }

  // A control of the bar, as high as fingers need it.
  Node control(std::string key, std::string name, float x, float width) const {
    Node node;
    node.id = node_id(key);
    node.role = Role::button;
    node.name = std::move(name);
    const float height = screen_.target();
    node.rect = {x, kMiddle - height / 2, width, height};
    return node;
  }

  void draw_ground(const Rect& rect, bool is_current, bool is_hovered) {
    const Palette& c = screen_.colors;
    if (is_current) {
      fill_rect(screen_, rect, c.accent_soft);
    } else if (is_hovered) {
      fill_rect(screen_, rect, mixed(c.page, c.accent, 0.08f));
    }
  }

  void draw_words(float x, float middle, std::string_view words, float px, Color color,
                  bool bold = false) {
    draw_text(screen_, x, middle - px * 0.54f, words, px, color, bold);
  }

  // Returns where what follows begins.
  float draw_home(bool has_name) {
    constexpr float kMark = 26;
    constexpr float kName = 17;
    const float words = has_name ? text_width(screen_, "Tenfold", kName, true) + 9 : 0;
    Node node = control("shell/home", "Tenfold", kMargin - 4, kMark + words + 10);
    node.rect.width = std::max(node.rect.width, node.rect.height);
    const Rect rect = node.rect;
    const Pressed state = pressable(screen_, std::move(node));
    draw_ground(rect, false, state.hovered);
    draw_brand_mark(screen_, kMargin, kMiddle - kMark / 2, kMark);
    if (has_name) {
      draw_words(kMargin + kMark + 9, kMiddle, "Tenfold", kName, screen_.colors.text, true);
    }
    if (state.pressed) go_to(tutor::kHome);
    return rect.x + rect.width + 8;
  }

  // Icon and words. Returns whether it was pressed, and moves `x` on.
  bool draw_door(float& x, Node node, Icon icon, std::string_view label, bool is_current) {
    constexpr float kPad = 11;
    constexpr float kSign = 16;
    const float words = text_width(screen_, label, size::kButton, true);
    node.rect.x = x;
    node.rect.width = kPad + kSign + 7 + words + kPad;
    const Rect rect = node.rect;
    const Pressed state = pressable(screen_, std::move(node));
    draw_ground(rect, is_current, state.hovered);
    const Color color = is_current ? screen_.colors.accent : screen_.colors.text;
    draw_icon(screen_, icon, x + kPad, kMiddle - kSign / 2, kSign, color);
    draw_words(x + kPad + kSign + 7, kMiddle, label, size::kButton, color, is_current);
    x += rect.width + 2;
    return state.pressed;
  }

  void draw_room_door(float& x, const RoomKind& room) {
    const bool is_current = input_.tutor.room == &room;
    Node node = control("shell/room/" + std::string(room.name), std::string(room.title), x, 0);
    node.pressed = static_cast<std::int8_t>(is_current);
    if (draw_door(x, std::move(node), icon_of_kind(room.icon), room.title, is_current)) {
      go_to(room);
    }
  }

  // The button of a panel closes it again, and so does Escape, wherever the focus is.
  Node opener(ShellPanel panel, std::string key, std::string name, float x, float width) const {
    Node node = control(std::move(key), std::move(name), x, width);
    node.expanded = static_cast<std::int8_t>(is_open(panel));
    if (is_open(panel)) node.shortcut = "Escape";
    return node;
  }
  void toggle(ShellPanel panel, std::string_view key) {
    if (is_open(panel)) input_.frame.focus = node_id(key);
    input_.panel = is_open(panel) ? ShellPanel::none : panel;
  }

  void draw_wide() {
    float x = draw_home(true);
    draw_room_door(x, tutor::kLessonRoom);
    for (const RoomPage& page : room_pages()) {
      if (page.kind->door == Door::bar) draw_room_door(x, *page.kind);
    }
    const float anchor = x;
    const bool is_inside = input_.tutor.room->door == Door::more;
    if (draw_door(x, opener(ShellPanel::more, "shell/more", "More…", x, 0), Icon::more, "More",
                  is_open(ShellPanel::more) || is_inside)) {
      toggle(ShellPanel::more, "shell/more");
    }
    if (is_open(ShellPanel::more)) draw_more(anchor, false);
    const float square = screen_.target();
    const float right = screen_.viewport.width - kMargin + 4 - square;
    if (in_lesson()) draw_stages(x + 12, right - 8);
    draw_day_and_night(right, square);
  }

  void draw_narrow() {
    const float square = std::max(screen_.target(), 40.0f);
    const float right = screen_.viewport.width - kMargin + 10 - square;
    const bool is_home = input_.tutor.room == &tutor::kHome;
    const float x = draw_home(is_home);
    if (!is_home) draw_stage_pill(x, right - 8);
    Node node = opener(ShellPanel::more, "shell/more", "More…", right, square);
    const Rect rect = node.rect;
    const Pressed state = pressable(screen_, std::move(node));
    draw_ground(rect, is_open(ShellPanel::more), state.hovered);
    draw_icon(screen_, Icon::menu, right + square / 2 - 11, kMiddle - 11, 22, screen_.colors.text);
    if (state.pressed) toggle(ShellPanel::more, "shell/more");
    if (is_open(ShellPanel::more)) draw_more(0, true);
  }

  void draw_day_and_night(float x, float width) {
    const bool dark = screen_.viewport.dark;
    Node node = control("shell/theme", dark ? "Light colours" : "Dark colours", x, width);
    const Rect rect = node.rect;
    const Pressed state = pressable(screen_, std::move(node));
    draw_ground(rect, false, state.hovered);
    draw_icon(screen_, dark ? Icon::sun : Icon::moon, x + width / 2 - kIcon / 2,
              kMiddle - kIcon / 2, kIcon, screen_.colors.text);
    if (state.pressed) input_.frame.theme = dark ? Theme::light : Theme::dark;
  }

  // The lesson that is open, which may be a stage's second.
  const tutor::StageEntry* open_entry() const {
    const tutor::Tutor& tutor = input_.tutor;
    return tutor.at.open ? &tutor.lessons[static_cast<std::size_t>(tutor.at.index)] : nullptr;
  }

  // The stages one by one between `left` and `right`, where they fit; else a button to their list.
  void draw_stages(float left, float right) {
    const std::vector<const tutor::StageEntry*> lessons = tutor::stages_of(input_.tutor);
    const float pitch = std::max(25.0f, screen_.viewport.touch ? size::kTouchTarget : 0);
    const float others = pitch * static_cast<float>(lessons.empty() ? 0 : lessons.size() - 1);
    const float room = right - left - others;
    if (room < pitch) {
      draw_stage_pill(std::max(left, right - 260), right);
      return;
    }
    const tutor::StageEntry* const current = open_entry();
    std::string title;
    float pill = pitch;
    if (current != nullptr && room > 90) {
      title = fit_text(screen_, current->title, size::kSmall, room - 42, true);
      pill = std::max(pitch, text_width(screen_, title, size::kSmall, true) + 42);
    }
    float x = right - others - (current != nullptr ? pill : pitch);
    const auto is_current = [&](std::size_t i) { return is_in_stage(input_.tutor, *lessons[i]); };
    const auto width_of = [&](std::size_t i) { return is_current(i) ? pill : pitch; };
    float line = x;
    for (std::size_t i = 0; i + 1 < lessons.size(); ++i) {
      line += width_of(i);
      draw_line(screen_, line - 4, kMiddle, line + 4, kMiddle, screen_.colors.control, 1.5f);
    }
    for (std::size_t i = 0; i < lessons.size(); ++i) {
      draw_stage(*lessons[i], x, width_of(i), is_current(i), title);
      x += width_of(i);
    }
  }

  Node stage_node(const tutor::StageEntry& entry, bool is_current, const Reached& so_far) const {
    const std::string number = lesson::stage_name(entry.stage);
    Node node = control("shell/stage/" + number, "Stage " + number + so_far.words, 0, 0);
    node.pressed = static_cast<std::int8_t>(is_current);
    return node;
  }

  void draw_stage(const tutor::StageEntry& entry, float x, float width, bool is_current,
                  std::string_view title) {
    const Reached so_far = reached(input_.tutor, entry);
    Node node = stage_node(entry, is_current, so_far);
    node.rect.x = x;
    node.rect.width = width;
    const Pressed state = pressable(screen_, std::move(node));
    const Palette& c = screen_.colors;
    if (is_current && !title.empty()) {
      const Rect rect{x + 2, kMiddle - 14, width - 4, 28};
      fill_rect(screen_, rect, c.accent, 14);
      const std::string number = lesson::stage_name(open_entry()->stage);
      draw_words(rect.x + 12, kMiddle, number, size::kSmall, c.on_accent, true);
      draw_words(rect.x + width - 14 - text_width(screen_, title, size::kSmall, true), kMiddle,
                 title, size::kSmall, c.on_accent, true);
    } else {
      draw_station(x + width / 2, kMiddle, 9, entry.stage, so_far.is_finished, is_current,
                   state.hovered);
    }
    if (state.pressed) open(entry.stage);
  }

  // Done, now, or ahead: a ring with a check, a disc, or a ring, the latter two with their number.
  void draw_station(float x, float y, float radius, int stage, bool is_finished, bool is_current,
                    bool is_hovered) {
    const Palette& c = screen_.colors;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddCircleFilled(screen_.at(x, y), radius + 0.5f, is_current ? c.accent : c.page);
    if (!is_current) {
      const bool is_strong = is_finished || is_hovered;
      draw.AddCircle(screen_.at(x, y), radius, is_strong ? c.accent : c.control, 0, 1.5f);
    }
    if (is_finished && !is_current) {
      draw_icon(screen_, Icon::check, x - radius * 0.7f, y - radius * 0.7f, radius * 1.4f,
                c.accent);
      return;
    }
    const std::string number = lesson::stage_name(stage);
    const float px = radius > 10 ? size::kSmall : size::kAxis;
    draw_words(x - text_width(screen_, number, px, true) / 2, y, number, px,
               is_current ? c.on_accent : c.muted, true);
  }

  void open(int stage) {
    input_.panel = ShellPanel::none;
    act(tutor::OpenStage{stage});
  }

  // Where the learner is, as the button to the list of stages.
  void draw_stage_pill(float x, float right) {
    const tutor::Tutor& tutor = input_.tutor;
    if (right - x < size::kTarget) return;
    std::string number;
    std::string title(tutor.room->title);
    if (in_lesson() && tutor.at.open) {
      const tutor::StageEntry& entry = tutor.lessons[static_cast<std::size_t>(tutor.at.index)];
      number = lesson::stage_name(entry.stage);
      title = entry.title;
    }
    const std::string name = (number.empty() ? "" : number + " ") + title + ", all stages";
    const float before = 14 + (number.empty() ? 0 : text_width(screen_, number, 14, true) + 7);
    constexpr float kAfter = 6 + 14 + 12;
    const float room = right - x - before - kAfter;
    const std::string shown = room < 24 ? "" : fit_text(screen_, title, size::kButton, room, true);
    const float width = before + text_width(screen_, shown, size::kButton, true) + kAfter;
    Node node = opener(ShellPanel::stages, "shell/stages", name, x, width);
    const Rect rect = node.rect;
    const Pressed state = pressable(screen_, std::move(node));
    const Palette& c = screen_.colors;
    const Rect pill{rect.x, kMiddle - 17, rect.width, 34};
    fill_rect(screen_, pill, c.accent_soft, 17);
    if (state.hovered) stroke_rect(screen_, pill, c.accent, 1, 17);
    draw_words(x + 14, kMiddle, number, size::kButton, c.accent, true);
    draw_words(x + before, kMiddle, shown, size::kButton, c.text, true);
    draw_icon(screen_, is_open(ShellPanel::stages) ? Icon::up : Icon::down, x + width - 26,
              kMiddle - 7, 14, c.accent);
    if (state.pressed) toggle(ShellPanel::stages, "shell/stages");
    if (is_open(ShellPanel::stages)) draw_stage_list();
  }

  // A raised card below the bar with everything that is drawn into it.
  void begin_panel(std::string_view key, std::string_view name, const Rect& rect) {
    draw_card(screen_, rect, Depth::raised, size::kMachineRound);
    open_group(screen_, Role::panel, key, name, rect);
  }
  // What is pressed beside the panel's own buttons closes it where it is outside.
  void end_panel(const Rect& rect) {
    screen_.mirror.close();
    ImGui::SetCursorScreenPos(screen_.at(rect.x, rect.y));
    ImGui::InvisibleButton("panel", {rect.width, rect.height});
    ImGui::SetCursorScreenPos(screen_.at(0, kHeight));
    const Viewport& viewport = screen_.viewport;
    if (ImGui::InvisibleButton("outside",
                               {viewport.width, std::max(viewport.height - kHeight, 1.0f)})) {
      input_.panel = ShellPanel::none;
    }
  }

  // In how many columns so many cells stand, so that no more than `height` is taken where the width
  // allows; and how high they then are.
  struct Grid {
    std::size_t columns = 1;
    float row = 0;
    std::size_t rows = 1;
  };
  Grid grid_of(std::size_t cells, std::size_t least_columns, float row, float height) const {
    Grid grid{.columns = least_columns};
    const auto rows = [&] { return (cells + grid.columns - 1) / grid.columns; };
    constexpr std::size_t kMost = 4;
    while (grid.columns<kMost&& static_cast<float>(rows()) * row> height) ++grid.columns;
    grid.rows = rows();
    grid.row = std::max(std::min(row, height / static_cast<float>(grid.rows)), 24.0f);
    return grid;
  }

  // One of a panel's. Returns whether it was pressed.
  bool draw_item(const PanelItem& item, const Rect& rect) {
    Node node;
    node.id = node_id(item.key);
    node.role = Role::button;
    node.name = item.name;
    node.rect = rect;
    node.pressed = item.pressed;
    const Pressed state = pressable(screen_, std::move(node));
    const Palette& c = screen_.colors;
    if (item.is_current) {
      fill_rect(screen_, rect, c.accent_soft);
    } else if (state.hovered) {
      fill_rect(screen_, rect, mixed(c.card, c.accent, 0.08f));
    }
    const float middle = rect.y + rect.height / 2;
    draw_icon(screen_, item.icon, rect.x + 10, middle - kIcon / 2, kIcon,
              item.is_current ? c.accent : c.muted);
    const float x = rect.x + 10 + kIcon + 11;
    const float room = rect.x + rect.width - x - 6;
    const std::string title = fit_text(screen_, item.label, size::kButton, room, true);
    const bool has_line = rect.height >= 40 && room > 150 && !item.line.empty();
    draw_words(x, has_line ? middle - 8 : middle, title, size::kButton, c.text, true);
    if (has_line) {
      draw_words(x, middle + 9, fit_text(screen_, item.line, size::kCaption, room), size::kCaption,
                 item.is_current ? c.text : c.muted);
    }
    return state.pressed;
  }

  // The rooms that have no button in the bar, or all of them; and what can be chosen of the looks.
  void draw_more(float anchor, bool has_all) {
    std::vector<const RoomKind*> rooms;
    if (has_all) rooms.push_back(&tutor::kLessonRoom);
    for (const RoomPage& page : room_pages()) {
      const Door door = page.kind->door;
      if (door == Door::more || (has_all && door == Door::bar)) rooms.push_back(page.kind);
    }
    const Viewport& viewport = screen_.viewport;
    constexpr float kPad = 10;
    constexpr float kWidest = 540;
    const float gap = has_all ? 8 : 0;
    const float width = std::min(viewport.width - 2 * gap, kWidest);
    const float x = std::clamp(anchor, gap, std::max(viewport.width - width - 12, gap));
    const float choice = std::max(screen_.target(), 24.0f);
    const float choices = viewport.height < 360 ? choice + 8 : 2 * choice + 16;
    const float height = viewport.height - kHeight - 16 - choices - 2 * kPad;
    const Grid grid =
        grid_of(rooms.size(), 2, viewport.touch || !has_all ? size::kTouchTarget : 40, height);
    const float list = static_cast<float>(grid.rows) * grid.row;
    const Rect rect{x, kHeight + 6, width, list + choices + 2 * kPad};
    begin_panel("shell/panel", "More", rect);
    const float cell = (width - 2 * kPad) / static_cast<float>(grid.columns);
    for (std::size_t i = 0; i < rooms.size(); ++i) {
      const RoomKind& room = *rooms[i];
      const bool is_current = input_.tutor.room == &room;
      const PanelItem item{.key = "shell/room/" + std::string(room.name),
                           .name = std::string(room.title),
                           .label = std::string(room.title),
                           .line = std::string(room.line),
                           .icon = icon_of_kind(room.icon),
                           .is_current = is_current,
                           .pressed = static_cast<std::int8_t>(is_current)};
      const auto column = static_cast<float>(i / grid.rows);
      const auto row = static_cast<float>(i % grid.rows);
      if (draw_item(item, {x + kPad + column * cell, rect.y + kPad + row * grid.row, cell - 2,
                           grid.row - 2})) {
        go_to(room);
      }
    }
    const float y = rect.y + kPad + list;
    draw_line(screen_, x + kPad, y + 3, x + width - kPad, y + 3, screen_.colors.line);
    draw_choices({x + kPad, y + 8, width - 2 * kPad, choices - 8}, choice);
    end_panel(rect);
  }

  // Choices in rows, or in one row where that is all there is room for.
  void draw_choices(const Rect& rect, float height) {
    static constexpr std::array<std::string_view, 3> kThemes = {"System", "Light", "Dark"};
    static constexpr std::array<std::string_view, 2> kMotions = {"System", "Reduced"};
    const LooksChoice& chosen = screen_.viewport.chosen;
    const bool one_row = rect.height < 2 * height;
    const float half = rect.width / 2;
    Rect row{rect.x, rect.y, one_row ? half - 6 : rect.width, height};
    const int theme = draw_choice("Colours", kThemes, static_cast<int>(chosen.theme), row);
    if (theme >= 0) input_.frame.theme = static_cast<Theme>(theme);
    if (one_row) {
      row.x += half + 6;
    } else {
      row.y += height + 4;
    }
    const int motion = draw_choice("Motion", kMotions, static_cast<int>(chosen.motion), row);
    if (motion >= 0) input_.frame.motion = static_cast<Motion>(motion);
  }

  // Buttons side by side under one name. Returns the one just pressed, or -1.
  int draw_choice(std::string_view name, std::span<const std::string_view> labels, int chosen,
                  const Rect& rect) {
    const Palette& c = screen_.colors;
    const float middle = rect.y + rect.height / 2;
    const float words = rect.width < 260 ? 0 : 76;
    if (words > 0) draw_words(rect.x + 4, middle, name, size::kSmall, c.muted);
    const float width = std::min((rect.width - words) / static_cast<float>(labels.size()), 96.0f);
    int pressed = -1;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const bool is_chosen = static_cast<int>(i) == chosen;
      Node node;
      node.id = node_id(child_key("shell/" + std::string(name), i));
      node.role = Role::button;
      node.name = std::string(name) + ": " + std::string(labels[i]);
      node.pressed = static_cast<std::int8_t>(is_chosen);
      node.rect = {rect.x + words + width * static_cast<float>(i), rect.y, width - 4, rect.height};
      const Rect box = node.rect;
      const Pressed state = pressable(screen_, std::move(node));
      if (is_chosen) {
        fill_rect(screen_, box, c.accent_soft);
      } else if (state.hovered) {
        fill_rect(screen_, box, mixed(c.card, c.accent, 0.08f));
      }
      stroke_rect(screen_, box, is_chosen ? c.accent : c.control, is_chosen ? 2.0f : 1.0f);
      const std::string label =
          fit_text(screen_, labels[i], size::kSmall, box.width - 8, is_chosen);
      draw_words(box.x + (box.width - text_width(screen_, label, size::kSmall, is_chosen)) / 2,
                 middle, label, size::kSmall, is_chosen ? c.accent : c.text, is_chosen);
      if (state.pressed) pressed = static_cast<int>(i);
    }
    return pressed;
  }

  void draw_stage_list() {
    const std::vector<const tutor::StageEntry*> lessons = tutor::stages_of(input_.tutor);
    const Viewport& viewport = screen_.viewport;
    constexpr float kPad = 8;
    constexpr float kWidest = 400;
    const float gap = viewport.width < kOneRow ? 0 : 12;
    const Grid grid = grid_of(lessons.size(), 1, 50, viewport.height - kHeight - 2 * kPad - 8);
    const float width = std::min(viewport.width - 2 * gap, grid.columns > 1 ? 640 : kWidest);
    const Rect rect{viewport.width < kOneRow ? 0 : viewport.width - width - gap, kHeight, width,
                    static_cast<float>(grid.rows) * grid.row + 2 * kPad};
    begin_panel("shell/list", "Stages", rect);
    const float cell = (width - 2 * kPad) / static_cast<float>(grid.columns);
    for (std::size_t i = 0; i < lessons.size(); ++i) {
      const auto column = static_cast<float>(i / grid.rows);
      const auto row = static_cast<float>(i % grid.rows);
      draw_stage_line(
          *lessons[i], is_in_stage(input_.tutor, *lessons[i]) && in_lesson(),
          {rect.x + kPad + column * cell, rect.y + kPad + row * grid.row, cell - 2, grid.row - 2});
    }
    end_panel(rect);
  }

  void draw_stage_line(const tutor::StageEntry& entry, bool is_current, const Rect& rect) {
    const Reached so_far = reached(input_.tutor, entry);
    Node node = stage_node(entry, is_current, so_far);
    node.rect = rect;
    const Pressed state = pressable(screen_, std::move(node));
    const Palette& c = screen_.colors;
    if (is_current) {
      fill_rect(screen_, rect, c.accent_soft);
    } else if (state.hovered) {
      fill_rect(screen_, rect, mixed(c.card, c.accent, 0.08f));
    }
    const float middle = rect.y + rect.height / 2;
    const float radius = std::min(13.0f, rect.height / 2 - 2);
    draw_station(rect.x + 24, middle, radius, entry.stage, so_far.is_finished, is_current, false);
    const float x = rect.x + 50;
    const float room = rect.x + rect.width - x - 8;
    const bool has_line = rect.height >= 40;
    draw_words(x, has_line ? middle - 9 : middle,
               fit_text(screen_, entry.title, size::kOption, room, is_current), size::kOption,
               c.text, is_current);
    if (has_line) {
      std::string line = tutor::show_people(entry.lesson.users) + " readers";
      if (so_far.is_finished) {
        line += " · finished";
      } else if (is_current) {
        line += " · step " + std::to_string(static_cast<int>(input_.tutor.at.step) + 1) + " of " +
                std::to_string(tutor::kSteps);
      }
      draw_words(x, middle + 9, fit_text(screen_, line, size::kCaption, room), size::kCaption,
                 is_current ? c.accent : c.muted);
    }
    if (state.pressed) open(entry.stage);
  }

  Screen& screen_;
  const ShellInput& input_;
};

}  // namespace

float shell_height(const Viewport& viewport) { return viewport.minimal ? 0 : kHeight; }

void draw_shell(Screen& screen, const ShellInput& input) {
  const Viewport& viewport = screen.viewport;
  // An open panel takes the pointer wherever it is.
  const bool is_open = input.panel != ShellPanel::none;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(viewport.width, is_open ? viewport.height : kHeight));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin("shell", nullptr, kFlags);
  Bar(screen, input).draw();
  ImGui::End();
  ImGui::PopStyleVar(2);
}

}  // namespace tenfold::ui
