// The calls themselves, in JavaScript; Module.page is made in web/boot.js.
#include "app/page.h"

#include <cstdlib>
#include <vector>

#include <emscripten/em_js.h>

#include "ui/mirror_record.h"

// Names are quoted: the compiler that shortens this code does not see the page's.
EM_JS_DEPS(page, "$UTF8ToString,$stringToNewUTF8")

EM_JS(void, page_describe, (const char* description),
      { Module["page"]["describe"](UTF8ToString(description), UTF8ToString); })
// words: `count` ids, then the records.
EM_JS(void, page_list,
      (const double* words, int size, int count, float height, float top, float bottom, float left,
       float right),
      {
        const all = HEAPF64.subarray(words / 8, words / 8 + size);
        Module["page"]["list"](all.subarray(0, count), all.subarray(count), height, top, bottom,
                               left, right);
      })
// Ids are unsigned, and come here signed.
EM_JS(void, page_focus, (int id), { Module["page"]["focus"](id >>> 0); })
EM_JS(void, page_scroll, (float y, int at_once), { Module["page"]["scroll"](y, !!at_once); })
EM_JS(void, page_choose, (const char* name, int name_size, const char* value, int value_size),
      { Module["page"]["choose"](UTF8ToString(name, name_size), UTF8ToString(value, value_size)); })
EM_JS(char*, page_stored, (const char* name, int size),
      { return stringToNewUTF8(Module["page"]["stored"](UTF8ToString(name, size))); })
EM_JS(int, page_store, (const char* name, int size, const char* text),
      { return Module["page"]["store"](UTF8ToString(name, size), UTF8ToString(text)); })
EM_JS(int, page_hand_out, (int kind, const char* name, const char* text),
      { return Module["page"]["handOut"](kind, UTF8ToString(name), UTF8ToString(text)); })
EM_JS(void, page_place,
      (int stage, const char* title, const char* step, int step_size, const char* room,
       int room_size),
      {
        Module["page"]["place"](stage, UTF8ToString(title), UTF8ToString(step, step_size),
                                UTF8ToString(room, room_size));
      })

EM_JS(void, page_room, (const char* room, int room_size),
      { Module["page"]["room"](UTF8ToString(room, room_size)); })

EM_JS(void, page_problems, (), { Module["page"]["problems"](); })

EM_JS(int, page_free_workers, (), { return Module["page"]["freeWorkers"](); })
EM_JS(void, page_job, (int number, const char* bytes, int size),
      { Module["page"]["job"](number >>> 0, HEAPU8.slice(bytes, bytes + size)); })

namespace tenfold::app::page {

void describe_nodes() { page_describe(ui::record_description().c_str()); }

void show_list(std::span<const ui::Node> nodes, std::span<const std::size_t> changed,
               const ui::Extent& extent) {
  std::vector<double> words;
  for (const ui::Node& node : nodes) words.push_back(node.id);
  for (const std::size_t place : changed) ui::add_record(words, nodes[place]);
  page_list(words.data(), static_cast<int>(words.size()), static_cast<int>(nodes.size()),
            extent.page_height, extent.fixed_top, extent.fixed_bottom, extent.column_left,
            extent.column_right);
}

void focus(std::uint32_t id) { page_focus(static_cast<int>(id)); }

void scroll_to(float y, bool at_once) { page_scroll(y, at_once); }

void choose(std::string_view name, std::string_view value) {
  page_choose(name.data(), static_cast<int>(name.size()), value.data(),
              static_cast<int>(value.size()));
}

std::string stored(std::string_view name) {
  char* const stored = page_stored(name.data(), static_cast<int>(name.size()));
  std::string text(stored);
  std::free(stored);
  return text;
}

bool store(std::string_view name, const std::string& text) {
  return page_store(name.data(), static_cast<int>(name.size()), text.c_str()) != 0;
}

bool hand_out(int kind, const std::string& name, const std::string& text) {
  return page_hand_out(kind, name.c_str(), text.c_str()) != 0;
}

void show_place(int stage, const std::string& title, std::string_view step, std::string_view room) {
  page_place(stage, title.c_str(), step.data(), static_cast<int>(step.size()), room.data(),
             static_cast<int>(room.size()));
}

int free_workers() { return page_free_workers(); }

void give_job(std::uint32_t number, std::string_view bytes) {
  page_job(static_cast<int>(number), bytes.data(), static_cast<int>(bytes.size()));
}

void fetch_room(std::string_view room) { page_room(room.data(), static_cast<int>(room.size())); }

void fetch_problems() { page_problems(); }

}  // namespace tenfold::app::page
