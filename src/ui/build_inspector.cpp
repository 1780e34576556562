// Made from the catalogue: whatever a kind can be told can be set here, with its range and the
// source of its default.
#include <algorithm>

#include "design/world.h"
#include "lesson/text.h"
#include "tutor/knobs.h"
#include "tutor/part_story.h"
#include "ui/build_sections.h"
#include "ui/labels.h"
#include "ui/part_card.h"
#include "ui/shapes.h"
#include "ui/stepper.h"

namespace tenfold::ui {
inline namespace later {
namespace {

bool matters(const model::KindInfo& kind, const model::ParameterInfo& parameter) {
  const auto& names = kind.matters;
  return std::find(names.begin(), names.end(), parameter.name) != names.end() ||
         parameter.name == "size";
}

// A parameter as a stepper. `target`: the part's id, or the link's name.
void show_parameter(const BuildView& view, const std::string& target,
                    const model::ParameterInfo& parameter, const model::Setting& setting) {
  const double now = tutor::number_of(parameter, setting);
  const std::optional<double> less = tutor::next_value(parameter, now, -1);
  const std::optional<double> more = tutor::next_value(parameter, now, 1);
  const std::string words = lesson::capitalised(tutor::parameter_words(parameter));
  const auto shown = [&](double value) {
    return tutor::show_setting(parameter, tutor::setting_from(parameter, value));
  };
  const std::string key = "build/set/" + target + "/" + std::string(parameter.name);
  const int steps =
      show_stepper(view.column(), key,
                   {.words = words,
                    .value = tutor::show_setting(parameter, setting),
                    .less = words + (less ? ": down to " + shown(*less) : ": at its lowest"),
                    .more = words + (more ? ": up to " + shown(*more) : ": at its highest"),
                    .can_less = less.has_value(),
                    .can_more = more.has_value()});
  if (steps == 0) return;
  view.edit(design::SetValue{target, tutor::setting_from(parameter, steps < 0 ? *less : *more)});
}

void show_parameters(const BuildView& view, const model::PartSpec& part) {
  const model::KindInfo& kind = model::kind_info(part.kind);
  bool has_more = false;
  for (const model::ParameterInfo& parameter : kind.parameters) {
    if (parameter.is_part) continue;
    if (view.state.attempt && design::find_decidable(part.kind, parameter.name) == nullptr) {
      continue;  // the brief's
    }
    // Of people all is the load, and of the others what they are told first.
    if (!view.state.is_whole && !matters(kind, parameter) && !kind.is_users) {
      has_more = true;
      continue;
    }
    show_parameter(view, part.id, parameter, tutor::setting_of(parameter, part));
  }
  if (!has_more && !view.state.is_whole) return;
  if (kind.is_users) return;
  const bool whole = view.state.is_whole;
  const Column::RowButton button{.key = "build/whole",
                                 .label = whole ? "Less" : "All that can be set",
                                 .weight = Weight::ghost,
                                 .expanded = static_cast<std::int8_t>(whole)};
  if (view.column().buttons({&button, 1}) == 0) view.page.act(tutor::ShowWhole{!whole});
}

// Which machine it runs on, and how large that is.
void show_machine(const BuildView& view, const model::PartSpec& part) {
  const std::string machine = design::machine_of(part);
  const model::PartSpec* on = design::find_part(view.draft(), machine);
  if (on == nullptr) return;
  Column& column = view.column();
  column.heading(3, "Runs on");
  const model::KindInfo& kind = model::kind_info(on->kind);
  if (const model::ParameterInfo* size = model::find_parameter(kind, "size")) {
    show_parameter(view, on->id, *size, tutor::setting_of(*size, *on));
  }
  std::vector<Column::RowButton> row;
  std::vector<std::string> machines;
  const bool is_shared = design::parts_on(view.draft(), machine).size() > 1;
  if (is_shared) {
    row.push_back(
        {.key = "build/own-machine", .label = "A machine of its own", .icon = Icon::machine});
    machines.emplace_back();
  }
  for (const model::PartSpec& other : view.draft().parts) {
    if (!model::kind_info(other.kind).is_machine || other.id == machine) continue;
    const std::vector<std::string> there = design::parts_on(view.draft(), other.id);
    if (there.empty()) continue;
    const std::string name = design::name_of(view.draft(), there.front());
    row.push_back({.key = "build/move-in/" + other.id,
                   .label = "Move to " + name + "’s machine",
                   .weight = Weight::ghost});
    machines.push_back(other.id);
  }
  const int pressed = column.buttons(row);
  if (pressed < 0) return;
  view.edit(design::MoveIn{part.id, machines[static_cast<std::size_t>(pressed)]});
}

// What can be put into a link.
void show_between(const BuildView& view, const std::string& link, const std::string& to) {
  for (const tutor::LinkKinds& between : view.state.kinds_between) {
    if (between.link != link) continue;
    std::vector<Column::RowButton> row;
    for (const model::KindInfo* kind : between.kinds) {
      row.push_back({.key = "build/between/" + link + "/" + std::string(kind->name),
                     .label = std::string(kind->title),
                     .weight = Weight::ghost,
                     .name = std::string(kind->title) + " in between, before " + to,
                     .icon = icon_of_kind(kind->name)});
    }
    if (row.empty()) return;
    view.column().paragraph("build/between/" + link, "Put in between", Tone::muted, size::kSmall);
    const int pressed = view.column().buttons(row);
    if (pressed < 0) return;
    const auto kind = static_cast<std::size_t>(pressed);
    view.edit(design::InsertPart{std::string(between.kinds[kind]->name), link});
  }
}

// The links that leave it: what can be told of each, a part put in between, or none.
void show_links(const BuildView& view, const model::PartSpec& part) {
  Column& column = view.column();
  bool first = true;
  for (const model::LinkSpec& link : view.draft().links) {
    if (link.from != part.id) continue;
    if (std::exchange(first, false)) column.heading(3, "Sends to");
    const std::string name = link.from + ">" + link.to;
    const std::string to = design::name_of(view.draft(), link.to);
    column.paragraph("build/link/" + name, "**" + to + "**");
    for (const model::ParameterInfo& parameter : model::link_kind().parameters) {
      if (!view.state.is_whole && parameter.name != "round_trip_ms") continue;
      if (view.state.attempt) continue;  // how far things are is the brief's
      model::LinkSpec copy = link;
      const double* value = model::value_of(copy, parameter.name);
      if (value == nullptr) continue;
      show_parameter(view, name, parameter,
                     {.name = std::string(parameter.name), .number = *value, .text = {}});
    }
    const Column::RowButton button{.key = "build/cut/" + name,
                                   .label = "Disconnect " + to,
                                   .weight = Weight::ghost,
                                   .icon = Icon::cross};
    if (column.buttons({&button, 1}) == 0) view.edit(design::Disconnect{name});
    show_between(view, name, to);
  }
}

void show_targets(const BuildView& view, const model::PartSpec& part) {
  if (!model::kind_info(part.kind).takes_calls && design::machine_of(part).empty()) return;
  Column& column = view.column();
  std::vector<Column::RowButton> row;
  std::vector<std::string> targets;
  for (const design::ConnectionTarget& target : view.state.targets) {
    const std::string name = design::name_of(view.draft(), target.part);
    if (!target.is_possible()) continue;
    row.push_back({.key = "build/connect/" + target.part,
                   .label = name,
                   .weight = Weight::soft,
                   .name = "Connect " + part.label + " to " + name,
                   .icon = Icon::connect});
    targets.push_back(target.part);
  }
  if (row.empty()) return;
  column.heading(3, "Connect to");
  const int pressed = column.buttons(row);
  if (pressed >= 0) view.edit(design::Connect{part.id, targets[static_cast<std::size_t>(pressed)]});
}

void show_head(const BuildView& view, const model::PartSpec& part) {
  Column& column = view.column();
  Screen& screen = column.screen();
  const model::KindInfo& kind = model::kind_info(part.kind);
  const int index = part_index(view.draft(), part.id);
  const PartSign sign = sign_of(view.draft(), index);
  constexpr float kTile = 34;
  draw_tile(screen, {.icon = sign.icon, .zone = sign.zone}, {column.x(), column.y(), kTile, kTile},
            20);
  Column head = column.within(column.x() + kTile + 10, column.y() + 4, column.width() - kTile - 10);
  head.heading(2, part.label);
  column.space(std::max(head.y() - column.y(), kTile) + 4);
  column.paragraph("build/does", kind.does, Tone::muted, size::kSmall);
  if (const std::optional<std::string> typed =
          column.text_input("build/label/" + part.id, "Its name", part.label)) {
    view.edit(design::RenamePart{part.id, *typed});
  }
}

// How it does in the run on screen, and what one can do to it there.
void show_now(const BuildView& view, const model::PartSpec& part) {
  const tutor::Run& run = view.page.tutor.room_run;
  if (run.is_empty()) return;
  const std::optional<tutor::PartStory> story = tutor::story_of(run.track(), part.id);
  if (!story || !run.may_touch()) return;
  Column& column = view.column();
  std::vector<std::string> numbers;
  for (const tutor::PartNumber& number : story->numbers) {
    numbers.push_back(number.name + ": **" + number.value + "**");
  }
  if (run.now() > 0) column.list("build/now", numbers);
  std::vector<Column::RowButton> row;
  const bool is_down = story->health == model::Health::down;
  if (story->can_die) {
    row.push_back({.key = "build/kill",
                   .label = is_down ? "Heal" : "Kill",
                   .name = (is_down ? "Heal " : "Kill ") + part.label,
                   .icon = is_down ? Icon::heal : Icon::kill});
  }
  const std::optional<double> speed = story->slow ? story->slow : story->full_speed;
  if (speed) {
    row.push_back({.key = "build/slow",
                   .label = story->slow ? "Slow" : "Full speed",
                   .name = (story->slow ? "Slow " : "Full speed: ") + part.label,
                   .icon = Icon::slow});
  }
  const int pressed = column.buttons(row);
  if (pressed < 0) return;
  if (row[static_cast<std::size_t>(pressed)].key == "build/slow") {
    view.page.act(tutor::SetParameter{0, part.id, std::string(tutor::kSlowness), *speed});
  } else if (is_down) {
    view.page.act(tutor::Heal{part.id});
  } else {
    view.page.act(tutor::Kill{part.id});
  }
}

// A step to a neighbouring cell.
void show_moves(const BuildView& view, const model::PartSpec& part) {
  struct Way {
    std::string_view name;
    Icon icon;
    double column;
    double row;
  };
  constexpr std::array<Way, 4> kWays{{{"left", Icon::left, -1, 0},
                                      {"right", Icon::right, 1, 0},
                                      {"up", Icon::up, 0, -1},
                                      {"down", Icon::down, 0, 1}}};
  std::vector<Column::RowButton> row;
  for (const Way& way : kWays) {
    const model::GridPlace place{part.place.column + way.column, part.place.row + way.row};
    row.push_back({.key = "build/move/" + std::string(way.name),
                   .label = std::string(),
                   .weight = Weight::ghost,
                   .disabled = place.column < 0 || place.row < 0 ||
                               !design::is_free(view.draft(), place, part.id),
                   .name = "Move " + part.label + " " + std::string(way.name),
                   .icon = way.icon,
                   .shortcut = "Arrow" + lesson::capitalised(std::string(way.name))});
  }
  const int pressed = view.column().buttons(row);
  if (pressed < 0) return;
  const Way& way = kWays[static_cast<std::size_t>(pressed)];
  view.edit(design::MovePart{part.id, {part.place.column + way.column, part.place.row + way.row}});
}

}  // namespace

void show_inspector(const BuildView& view, const model::PartSpec& part) {
  Column& column = view.column();
  const Column::RowButton back{
      .key = "build/back", .label = "All parts", .weight = Weight::ghost, .icon = Icon::left};
  if (column.buttons({&back, 1}) == 0) view.page.act(tutor::PickInDraft{});
  show_head(view, part);
  const bool may_copy = !model::kind_info(part.kind).is_machine;
  const std::array<Column::RowButton, 2> deeds{
      {{.key = "build/copy",
        .label = "Another like this",
        .weight = Weight::soft,
        .disabled = !may_copy,
        .icon = Icon::plus},
       {.key = "build/remove", .label = "Remove", .icon = Icon::cross, .shortcut = "Delete"}}};
  const int deed = column.buttons(deeds);
  if (deed == 0) view.edit(design::CopyPart{part.id});
  if (deed == 1) view.edit(design::RemovePart{part.id});
  show_now(view, part);
  show_parameters(view, part);
  show_machine(view, part);
  show_links(view, part);
  show_targets(view, part);
  column.heading(3, "Its place");
  show_moves(view, part);
}

}  // namespace later
}  // namespace tenfold::ui
