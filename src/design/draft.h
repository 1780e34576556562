// A design as its maker has it so far: a scenario that need not be able to run. Whatever is done to
// it, its form stays sound: every id is there once, links lead from part to part and never round,
// values are in range, and what needs a machine has one. What it lacks beyond that is a fault that
// can be mended (faults.h), and stops nobody from going on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.h"
#include "model/scenario.h"

namespace tenfold::design {

// Its title is the name it goes by. An empty one has no parts.
using Draft = model::Scenario;

// Nothing but a goal and a minute to run.
Draft empty_draft();

// A draft of any scenario that read without faults, a lesson's or a file's, before or after edits:
// the same, in the form in which files are written (settings in the catalogue's order).
Draft draft_of(model::Scenario scenario);
void put_in_order(model::PartSpec& part);  // its settings, so

// Empty, or why this is no draft: a sentence without its full stop.
std::string fault_of_form(const Draft& draft);

// nullptr: none of that id.
const model::PartSpec* find_part(const Draft& draft, std::string_view id);
model::PartSpec* find_part(Draft& draft, std::string_view id);
// What a learner reads: a part's label; "the link from Balancer to App 1"; the id where there is
// neither.
std::string name_of(const Draft& draft, std::string_view target);

// The parameter by which a part of the kind says what it runs on; nullptr for what needs no
// machine.
const model::ParameterInfo* machine_parameter(const model::KindInfo& kind);
// The id of the machine that a part runs on; empty when it needs none.
std::string machine_of(const model::PartSpec& part);
// What runs on a machine, in the draft's order.
std::vector<std::string> parts_on(const Draft& draft, std::string_view machine);

// Cards stand on a grid of this many columns and rows, counted from 0. A machine has no cell of its
// own: it is around what runs on it.
inline constexpr int kCells = 21;
// No card stands so near to that place that the two would overlap; `but` is not looked at.
bool is_free(const Draft& draft, model::GridPlace place, std::string_view but = {});
// The free cell nearest to a place, downwards first.
model::GridPlace free_cell(const Draft& draft, model::GridPlace near);

// Names for one more part: "app-2" and "App 2", where "app" and "App 1" are there. Both may be
// given with a number, which is not kept.
std::string free_id(const Draft& draft, std::string_view like);
std::string free_label(const Draft& draft, std::string_view like);

// What a new link between them costs: 40 ms from users to the site, 0.5 ms inside it, nothing for
// what carries no calls.
model::LinkSpec new_link(const Draft& draft, std::string_view from, std::string_view to);

}  // namespace tenfold::design
