// Texts parsed and broken into lines, kept from frame to frame: measuring words is most of what a
// page of text costs, and between two frames hardly a text changes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/rich_text.h"
#include "ui/screen.h"

namespace tenfold::ui {

// How a text is read and set.
struct TextStyle {
  float px = size::kBody;
  bool bold = false;    // all of it
  bool is_rich = true;  // **bold** and [terms] are marks, not characters

  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

struct TextBlock {
  std::vector<Span> spans;
  std::string plain;   // without marks
  std::string marked;  // with **bold** marked; empty when nothing is bold
  Lines lines;
};

class TextBlocks {
 public:
  // Forgets what the last frame did not ask for.
  void begin_frame();
  // Stays valid until the next frame. Ids are those of the mirror's nodes, one a text.
  const TextBlock& get(const Screen& screen, std::uint32_t id, std::string_view text, float width,
                       const TextStyle& style = {});

 private:
  struct Kept {
    std::uint32_t id = 0;
    std::string text;
    float width = 0;
    TextStyle style;
    bool is_used = true;  // in this frame
    TextBlock block;
  };
  std::vector<std::unique_ptr<Kept>> kept_;
  std::size_t next_ = 0;
};

// Draws the block's lines from its top left down, `step` from one to the next.
void draw_block(const Screen& screen, const TextBlock& block, float x, float y, float step,
                const TextStyle& style, Color color);

}  // namespace tenfold::ui
