// A node as the page reads it: a record of numbers, one for each field, straight from the program's
// memory. What a record holds is described to the page once, so a field's order is known here
// alone.
#pragma once

#include <string>
#include <vector>

#include "ui/mirror.h"

namespace tenfold::ui {

// Calls visit(name, field) for all that the page is told of a node, in the order of the record. The
// names are the page's (web/mirror.js). A field that Node has and this does not name fails to
// compile.
template <typename AnyNode, typename Visit>
void each_field(AnyNode& node, const Visit& visit) {
  auto& [id, parent, role, layer, name, value, rect, font_px, bold, level, disabled, checked,
         pressed, expanded, now, low, high, step, stride, shortcut] = node;
  visit("id", id);
  visit("parent", parent);
  visit("role", role);
  visit("layer", layer);
  visit("name", name);
  visit("value", value);
  visit("x", rect.x);
  visit("y", rect.y);
  visit("width", rect.width);
  visit("height", rect.height);
  visit("fontPx", font_px);
  visit("bold", bold);
  visit("level", level);
  visit("disabled", disabled);
  visit("checked", checked);
  visit("pressed", pressed);
  visit("expanded", expanded);
  visit("now", now);
  visit("low", low);
  visit("high", high);
  visit("step", step);
  visit("stride", stride);
  visit("shortcut", shortcut);
}

// A line a field: its name, then `number`, `text` (the number is where its text begins; it ends
// with a zero) or `one` and the names that the number counts through.
std::string record_description();

// REQUIRES: the node stays as it is until the record has been read.
void add_record(std::vector<double>& records, const Node& node);

}  // namespace tenfold::ui
