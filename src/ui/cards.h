// Cards side by side: as many in a row as have room, all of a row as high as its highest. What is
// in one is written into a column of its own.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "ui/column.h"

namespace tenfold::ui {

class Cards {
 public:
  // Each at least so many px wide where there is room for more than one, at most so many in a row.
  Cards(Column& column, float least, std::size_t most);
  ~Cards() { end_row(); }
  Cards(const Cards&) = delete;
  Cards& operator=(const Cards&) = delete;

  std::size_t columns() const { return columns_; }
  float inner_width() const;  // of what is in a card

  // The next card; it is written until `end`. A chosen one has the accent's edge. Returns where it
  // stands; its height is not known yet.
  Column& begin();
  void end(bool is_chosen = false);
  // At least down to there, so that what follows stands at one height in all cards of a row.
  static void reach(Column& card, float y) { card.space(std::max(y - card.y(), 0.0f)); }

 private:
  void end_row();

  struct Written {
    float bottom;
    bool is_chosen;
  };
  Column& column_;
  std::size_t columns_;
  float width_;
  std::vector<Written> row_;
  std::optional<Column> card_;
};

}  // namespace tenfold::ui
