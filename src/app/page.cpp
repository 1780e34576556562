// The calls themselves, in JavaScript; Module.page is made in web/boot.js.
#include "app/page.h"

#include <emscripten/em_js.h>

// Names are quoted: the compiler that shortens this code does not see the page's.
EM_JS_DEPS(page, "$UTF8ToString")

EM_JS(void, page_begin, (), { Module["page"]["begin"](); })
EM_JS(void, page_keep, (int id), { Module["page"]["keep"](id); })
EM_JS(void, page_node,
      (int id, int role, int parent, int layer, const char* name, const char* value, float x,
       float y, float width, float height, float font_px, int bold, int level, int disabled,
       int checked, int pressed, int expanded, double now, double low, double high, double step),
      {
        Module["page"]["node"](id, role, parent, layer, UTF8ToString(name), UTF8ToString(value), x,
                               y, width, height, font_px, !!bold, level, !!disabled, checked,
                               pressed, expanded, now, low, high, step);
      })
EM_JS(void, page_end, (float height, float top, float left, float right),
      { Module["page"]["end"](height, top, left, right); })
EM_JS(void, page_focus, (int id), { Module["page"]["focus"](id); })
EM_JS(void, page_scroll, (float y, int at_once), { Module["page"]["scroll"](y, !!at_once); })
EM_JS(void, page_dark, (int dark), { Module["page"]["dark"](!!dark); })
EM_JS(int, page_store, (const char* text), { return Module["page"]["store"](UTF8ToString(text)); })
EM_JS(void, page_place, (int stage, const char* title, const char* room, int room_size),
      { Module["page"]["place"](stage, UTF8ToString(title), UTF8ToString(room, room_size)); })

EM_JS(void, page_room, (const char* room, int room_size),
      { Module["page"]["room"](UTF8ToString(room, room_size)); })

namespace tenfold::app::page {

void begin_mirror() { page_begin(); }

void keep_node(std::uint32_t id) { page_keep(static_cast<int>(id)); }

void put_node(const ui::Node& node) {
  page_node(static_cast<int>(node.id), static_cast<int>(node.role), static_cast<int>(node.parent),
            static_cast<int>(node.layer), node.name.c_str(), node.value.c_str(), node.rect.x,
            node.rect.y, node.rect.width, node.rect.height, node.font_px, node.bold, node.level,
            node.disabled, node.checked, node.pressed, node.expanded, node.now, node.low, node.high,
            node.step);
}

void end_mirror(const Extent& extent) {
  page_end(extent.page_height, extent.fixed_top, extent.column_left, extent.column_right);
}

void focus(std::uint32_t id) { page_focus(static_cast<int>(id)); }

void scroll_to(float y, bool at_once) { page_scroll(y, at_once); }

void choose_theme(bool dark) { page_dark(dark); }

bool store_progress(const std::string& text) { return page_store(text.c_str()) != 0; }

void show_place(int stage, const std::string& title, std::string_view room) {
  page_place(stage, title.c_str(), room.data(), static_cast<int>(room.size()));
}

void fetch_room(std::string_view room) { page_room(room.data(), static_cast<int>(room.size())); }

}  // namespace tenfold::app::page
