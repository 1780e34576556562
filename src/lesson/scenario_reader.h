// The scenario's part of the file format, by the model's catalogue: a new kind of part or parameter
// needs no change here.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lesson/fields.h"
#include "model/catalogue.h"
#include "model/scenario.h"

namespace tenfold::lesson {

// Notes everything wrong with the scenario, what model::check finds included.
model::Scenario read_scenario_at(Report& report, const Cursor& at);

// One part; what it is told, as far as its kind can be told it; what is said of a link.
model::PartSpec read_part(Report& report, const Cursor& at);
std::vector<model::Setting> read_settings(Report& report, Fields& fields,
                                          const model::KindInfo& kind);
void read_link_values(Report& report, Fields& fields, model::LinkSpec& link);

// A kill, heal or set with its time. `parts` are those that it may name.
std::optional<model::TimedChange> read_timed_change(Report& report, const Cursor& at,
                                                    std::vector<model::PartSpec>& parts);

// `parts` are those whose users a goal may name.
std::vector<model::Goal> read_goals(Report& report, const Cursor& at,
                                    const std::vector<model::PartSpec>& parts);

// `parts` are those that edits may name; parts that the edits add are appended.
std::vector<model::Edit> read_edits(Report& report, const Cursor& at,
                                    std::vector<model::PartSpec>& parts);

// The scenario with the edits, faults noted at `path`, the place of the list of edits.
model::Scenario edited(Report& report, std::string_view path, const model::Scenario& scenario,
                       const std::vector<model::Edit>& edits);

}  // namespace tenfold::lesson
