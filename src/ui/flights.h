// Requests on their way, as the diagram shows them. A hop takes half a millisecond in the
// simulation and half a second here: a request's hops fly one after another, slowed so that an eye
// can follow.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/system.h"
#include "ui/diagram_layout.h"
#include "ui/theme.h"
#include "ui/view.h"

namespace tenfold::ui {

class Flights {
 public:
  // Takes in the hops of the last advance. `now_s` is the viewer's clock.
  void add(std::span<const model::Hop> hops, double now_s);
  // The dots as they stand now; those that have landed are forgotten.
  void draw(const DiagramPlaces& places, const Palette& colors, float shift_x, float shift_y,
            double now_s, std::vector<Dot>& out);
  // The request of the dot nearest to a place on the screen, as it was drawn last, within a reach.
  std::optional<std::uint32_t> request_at(float x, float y, float reach) const;
  bool empty() const { return flying_.empty(); }
  void clear();

 private:
  struct Flight {
    model::Hop hop;
    double start_s;
    float x = -1e6f;  // on the screen, once it was drawn
    float y = -1e6f;
  };
  std::vector<Flight> flying_;
};

}  // namespace tenfold::ui
