// A draft as bytes, and these as letters. See link.h for the form.
#include <algorithm>
#include <functional>
#include <utility>

#include "design/bytes.h"
#include "design/link.h"
#include "design/link_form.h"
#include "sim/heap_sort.h"

namespace tenfold::design {
namespace {

using model::KindInfo;
using model::ParameterInfo;

// The place of a thing in a list where it is.
template <typename List, typename Thing>
std::size_t place_in(const List& list, const Thing& thing) {
  return static_cast<std::size_t>(std::find(list.begin(), list.end(), thing) - list.begin());
}

template <typename Thing>
std::size_t placed_in(std::vector<Thing>& list, const Thing& thing) {
  const std::size_t place = place_in(list, thing);
  if (place == list.size()) list.push_back(thing);
  return place;
}

// Which of a list's parameters the parts of a kind are told.
struct Used {
  const KindInfo* kind;
  std::vector<const ParameterInfo*> parameters;  // in the catalogue's order
};

std::size_t part_index(const Draft& draft, std::string_view id) {
  return static_cast<std::size_t>(find_part(draft, id) - draft.parts.data());
}

std::vector<Used> used_in(const Draft& draft) {
  std::vector<Used> list;
  for (const model::PartSpec& part : draft.parts) {
    const KindInfo* kind = &model::kind_info(part.kind);
    auto used = std::find_if(list.begin(), list.end(),
                             [&](const Used& other) { return other.kind == kind; });
    if (used == list.end()) used = list.insert(used, {kind, {}});
    for (const model::Setting& setting : part.settings) {
      const ParameterInfo* parameter = model::find_parameter(*kind, setting.name);
      placed_in(used->parameters, parameter);
    }
  }
  for (Used& used : list) sim::heap_sort(used.parameters, std::less<const ParameterInfo*>());
  return list;
}

void write_names(ByteWriter& out, const std::vector<Used>& list) {
  out.count(list.size());
  for (const Used& used : list) {
    out.hash(used.kind->name);
    out.count(used.parameters.size());
    for (const ParameterInfo* parameter : used.parameters) out.hash(parameter->name);
  }
}

void write_value(ByteWriter& out, const Draft& draft, const ParameterInfo& parameter,
                 const model::Setting& setting) {
  if (parameter.is_part) {
    out.count(part_index(draft, setting.text));
  } else if (!parameter.choices.empty()) {
    out.hash(setting.text);
  } else {
    out.number(setting.number);
  }
}

// Names are much like one another: one begins as that of an earlier part does, so far, and goes on.
void write_like(ByteWriter& out, std::string_view text,
                const std::vector<std::string_view>& earlier) {
  std::size_t shared = 0;
  std::size_t like = 0;
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    const auto ends = std::mismatch(text.begin(), text.end(), earlier[i].begin(), earlier[i].end());
    const auto length = static_cast<std::size_t>(ends.first - text.begin());
    if (length <= shared) continue;
    shared = length;
    like = i;
  }
  out.count(shared);
  if (shared > 0) out.count(like);
  out.text(text.substr(shared));
}

void write_parts(ByteWriter& out, const Draft& draft, const std::vector<Used>& list) {
  out.count(draft.parts.size());
  std::vector<std::string_view> ids;
  std::vector<std::string_view> labels;
  for (const model::PartSpec& part : draft.parts) {
    const auto used = std::find_if(
        list.begin(), list.end(), [&](const Used& other) { return other.kind->name == part.kind; });
    out.count(static_cast<std::size_t>(used - list.begin()));
    write_like(out, part.id, ids);
    write_like(out, part.label, labels);
    ids.push_back(part.id);
    labels.push_back(part.label);
    out.number(part.place.column);
    out.number(part.place.row);
    std::uint64_t told = 0;
    for (const model::Setting& setting : part.settings) {
      told |= std::uint64_t{1} << place_in(used->parameters,
                                           model::find_parameter(*used->kind, setting.name));
    }
    out.count(told);
    for (const model::Setting& setting : part.settings) {
      write_value(out, draft, *model::find_parameter(*used->kind, setting.name), setting);
    }
  }
}

// Most links cost the same, so what they cost is written once.
void write_links(ByteWriter& out, const Draft& draft) {
  const auto parameters = model::link_kind().parameters;
  std::vector<std::vector<double>> rows;
  std::vector<std::size_t> row_of;
  for (model::LinkSpec link : draft.links) {
    std::vector<double> row;
    for (const ParameterInfo& parameter : parameters) {
      row.push_back(*model::value_of(link, parameter.name));
    }
    row_of.push_back(placed_in(rows, row));
  }
  out.count(parameters.size());
  for (const ParameterInfo& parameter : parameters) out.hash(parameter.name);
  out.count(rows.size());
  for (const std::vector<double>& row : rows) {
    for (const double value : row) out.number(value);
  }
  out.count(draft.links.size());
  for (std::size_t i = 0; i < draft.links.size(); ++i) {
    out.count(part_index(draft, draft.links[i].from));
    out.count(part_index(draft, draft.links[i].to));
    out.count(row_of[i]);
  }
}

void write_changes(ByteWriter& out, const Draft& draft) {
  out.count(draft.changes.size());
  for (const auto& [at_s, change] : draft.changes) {
    out.number(at_s);
    out.byte(static_cast<unsigned>(change.kind));
    const model::LinkSpec* link = model::find_link(draft.links, change.part);
    const KindInfo* kind = &model::link_kind();
    if (link != nullptr) {
      out.count(static_cast<std::size_t>(link - draft.links.data()) * 2 + 1);
    } else {
      const std::size_t part = part_index(draft, change.part);
      kind = &model::kind_info(draft.parts[part].kind);
      out.count(part * 2);
    }
    if (change.kind != model::Change::Kind::set) continue;
    out.hash(change.setting.name);
    write_value(out, draft, *model::find_parameter(*kind, change.setting.name), change.setting);
  }
}

void write_goals(ByteWriter& out, const Draft& draft) {
  out.count(draft.goals.size());
  for (const model::Goal& goal : draft.goals) {
    out.hash(model::metric_name(goal.metric));
    out.byte(goal.at_least ? 1 : 0);
    out.count(goal.users.empty() ? 0 : 1 + part_index(draft, goal.users));
    out.number(goal.limit);
  }
}

}  // namespace

std::string link_of(const Draft& draft) {
  ByteWriter body;
  body.text(draft.id);
  body.text(draft.title);
  body.number(draft.duration_s);
  body.number(draft.warmup_s);
  const std::vector<Used> used = used_in(draft);
  write_names(body, used);
  write_parts(body, draft, used);
  write_links(body, draft);
  write_changes(body, draft);
  write_goals(body, draft);

  return framed(body.bytes());
}

}  // namespace tenfold::design
