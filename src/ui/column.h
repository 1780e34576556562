// The widgets, laid out from top to bottom in a column. Each draws itself and lists itself for the
// mirror, and is the same whether it is pressed by mouse, keyboard or screen reader.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "ui/icons.h"
#include "ui/screen.h"
#include "ui/text_blocks.h"

namespace tenfold::ui {

enum class Tone : std::uint8_t { normal, muted, good, bad };
enum class Weight : std::uint8_t { primary, plain, soft, ghost };

// Glossary terms whose meaning stands open, by node id.
using OpenTerms = std::vector<std::uint32_t>;

// The key of the index-th part of what has this key.
std::string child_key(std::string_view key, std::size_t index);

class Column {
 public:
  Column(Screen& screen, const std::vector<lesson::Term>& glossary, OpenTerms& open_terms, float x,
         float y, float width);

  float x() const { return x_; }
  float y() const { return y_; }
  float width() const { return width_; }
  Screen& screen() { return screen_; }

  void space(float px) { y_ += px; }
  // A column of its own there, as of a card.
  Column within(float x, float y, float width) const;

  // Keys are unique within the screen; widgets below are told apart by them.
  // `px`: other than the level's.
  void heading(int level, std::string_view text, float px = 0);
  void paragraph(std::string_view key, std::string_view text, Tone tone = Tone::normal,
                 float px = size::kBody);
  // How far down a paragraph of this text leads.
  float paragraph_height(std::string_view key, std::string_view text, float px = size::kBody);
  // A paragraph behind an icon.
  void remark(std::string_view key, Icon icon, Color color, std::string_view text,
              Tone tone = Tone::normal, float px = size::kSmall);
  float remark_height(std::string_view key, std::string_view text, float px = size::kSmall);
  // A picture that is drawn by its caller, as wide as the column and so high. Where it is.
  Rect picture(std::string_view key, std::string_view words, float height);
  void code(std::string_view key, std::string_view text);
  // `icons`: in the place of bullets, where an item has one.
  void list(std::string_view key, std::span<const std::string> items,
            std::span<const std::optional<Icon>> icons = {});
  void rule();

  bool button(std::string_view key, std::string_view label, Weight weight = Weight::plain,
              bool disabled = false);
  // Buttons side by side, wrapping; -1 or the index of the pressed one.
  struct RowButton {
    std::string key;
    std::string label;
    Weight weight = Weight::plain;
    bool disabled = false;
    std::int8_t pressed = -1;
    std::string name = {};  // what it is called where the label says less
    std::int8_t expanded = -1;
    std::optional<Icon> icon = {};
    std::string shortcut = {};
  };
  int buttons(std::span<const RowButton> row);

  // `words`: what stands above it, such as "Traffic: 120 %". What it was moved to.
  struct SliderRange {
    double now = 0;
    double low = 0;
    double high = 1;
    double step = 0.1;
  };
  std::optional<double> slider(std::string_view key, std::string_view name, std::string_view words,
                               const SliderRange& range, bool disabled = false);

  // A line to type into, its name above it. What was typed.
  std::optional<std::string> text_input(std::string_view key, std::string_view name,
                                        std::string_view text, bool disabled = false);

  struct Option {
    std::string text;
    std::string note;  // shown under the option, e.g. why it is right or wrong
    Tone tone = Tone::normal;
    bool checked = false;
    char letter = 0;                // its key, in the place of the radio's circle
    std::optional<Icon> icon = {};  // of what it names
  };
  // One of several (radio) or some of several (check boxes): -1, or the option just pressed.
  int options(std::string_view key, std::string_view name, std::span<const Option> items,
              bool several = false, bool disabled = false);

  struct TableCell {
    std::string text;
    Tone tone = Tone::normal;
  };
  // The first row is the header, the first column names the rows. Words wrap in their cells.
  void table(std::string_view key, std::string_view caption,
             const std::vector<std::vector<TableCell>>& rows);

  // A real link of the page's; `address` is relative to it.
  void link(std::string_view key, std::string_view label, std::string_view address);

  // What stands between begin and end can be folded away: then it is listed, for the browser's
  // find, for print and for what comes back to it, but neither drawn nor given room. True when the
  // find met something in it and it is to be opened.
  void begin_fold(std::string_view key, bool is_open);
  bool end_fold();

  // A framed inset: everything between begin and end is indented and backed by a card.
  void begin_inset(Tone tone = Tone::normal);
  void end_inset();

 private:
  Color color_of(Tone tone) const;
  const TextBlock& block_of(std::uint32_t id, std::string_view text, float width,
                            const TextStyle& style = {});
  // Draws a block with a button a glossary term, and returns its height.
  float rich(std::uint32_t id, const TextBlock& block, float x, float px, Color color,
             std::vector<const lesson::Term*>* opened);
  bool term_button(std::uint32_t id, const std::string& word, const Rect& rect);  // whether open
  void draw_option(const Rect& rect, const Option& item, bool several, bool hovered);
  bool show_option(std::string_view key, const Option& item, bool several, bool disabled);
  struct TableShape;
  TableShape shape_of(const std::vector<std::vector<TableCell>>& rows) const;
  void table_row(std::string_view key, std::span<const TableCell> row, const TableShape& shape,
                 bool is_head);

  Screen& screen_;
  const std::vector<lesson::Term>& glossary_;
  OpenTerms& open_terms_;
  float x_;
  float y_;
  float width_;
  struct Inset {
    float top;
    Tone tone;
  };
  std::vector<Inset> insets_;
  struct Fold {
    std::size_t node = 0;  // of the mirror's
    float top = 0;
  };
  Fold fold_;
};

}  // namespace tenfold::ui
