// The mirror: a list of everything on the canvas that the page keeps real elements for, so that a
// screen reader, find-in-page, a keyboard and a test see what a sighted mouse user sees.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::ui {

// CSS pixels. Page nodes: from the page's top left, so that scrolling moves the elements natively.
// Other nodes: from the viewport's top left.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  bool operator==(const Rect&) const = default;
};

enum class Role : std::uint8_t {
  region,       // a landmark with a name; has children
  navigation,   // the landmark that leads around; has children
  panel,        // a group that lies over everything else while it is there; has children
  fold,         // holds children; expanded 0: unseen, but the browser's find opens it
  heading,      // level 1–4
  paragraph,    // value: its words with **bold** marked, where any are
  code,         // text in fixed lines
  button,       // pressed: -1 none, 0/1 toggle; expanded likewise
  link,         // value: href
  slider,       // a native range input: now, low, high, step; value: its text
  radio_group,  // has radio children
  radio,        // checked
  checkbox,     // checked
  list,         // has list_item children
  list_item,    // value: as in a paragraph
  table,        // has row children; name is the caption
  row,
  cell,
  header_cell,
  image,       // a picture; name says what it shows
  drawing,     // an image that the pointer draws into, a finger as well
  status,      // polite live region
  text_input,  // a native input; value: its text
};
// By these names the page knows them: web/mirror_kinds.js has an element for each.
inline constexpr std::array<std::string_view, 23> kRoleNames = {
    "region", "navigation", "panel",       "fold",  "heading",  "paragraph", "code",      "button",
    "link",   "slider",     "radio_group", "radio", "checkbox", "list",      "list_item", "table",
    "row",    "cell",       "header_cell", "image", "drawing",  "status",    "text_input"};
static_assert(kRoleNames.size() == static_cast<std::size_t>(Role::text_input) + 1);

// In the page's order, in which Tab goes: the bar at the top, what scrolls, what stays.
enum class Layer : std::uint8_t { bar, page, fixed };
inline constexpr std::array<std::string_view, 3> kLayerNames = {"bar", "page", "fixed"};

struct Node {
  std::uint32_t id = 0;      // stable from frame to frame
  std::uint32_t parent = 0;  // 0: top of its layer
  Role role = Role::paragraph;
  Layer layer = Layer::page;
  std::string name;
  std::string value;
  Rect rect;
  float font_px = 0;  // texts: so that a selection sits on the drawn words
  bool bold = false;
  int level = 0;
  bool disabled = false;
  std::int8_t checked = -1;
  std::int8_t pressed = -1;
  std::int8_t expanded = -1;
  double now = 0, low = 0, high = 0, step = 0;
  double stride = 0;  // of a slider: what an arrow key moves it by, ten times with Shift; 0: a step
  // Of a button: the key that presses it while a slider has the focus. Escape does so anywhere, and
  // Delete and what is held with Control (or ⌘) anywhere but where one types; an arrow does so on a
  // button that is expanded, as a part that is picked is.
  std::string shortcut;
  bool operator==(const Node&) const = default;
};

// A node's id from a key that is unique on the screen and the same from frame to frame.
std::uint32_t node_id(std::string_view key);

// What came back from the page since the last frame.
struct MirrorInput {
  std::vector<std::uint32_t> activated;  // clicked or Enter/Space
  struct ValueChange {
    std::uint32_t id;
    double value;
    std::string text;
  };
  std::vector<ValueChange> changed;  // sliders and text inputs
  std::uint32_t focused = 0;         // 0: none
  bool focus_visible = false;        // focus came by keyboard
};

// The frame's list, built by the widgets in reading order.
class Mirror {
 public:
  void begin();
  Node& add(Node node);  // returns the stored node, valid until the next add
  void place(std::size_t index, const Rect& rect);  // for a node listed before its size was known
  void open(std::uint32_t parent);                  // following nodes are its children
  void close();
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> parents_;
};

}  // namespace tenfold::ui
