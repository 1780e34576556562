// What a draft is, and looking things up in it.
#include "design/draft.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "lesson/scenario_limits.h"
#include "model/settings.h"

namespace tenfold::design {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "app-2" → "app", "App 2" → "App": a number behind one separating character is cut off.
std::string_view without_number(std::string_view name, char separator) {
  std::size_t end = name.size();
  while (end > 0 && is_digit(name[end - 1])) --end;
  const bool is_numbered = end < name.size() && end > 1 && name[end - 1] == separator;
  return is_numbered ? name.substr(0, end - 1) : name;
}

template <typename IsTaken>
std::string numbered(std::string_view name, char separator, std::size_t longest, IsTaken is_taken) {
  std::string stem(without_number(name, separator).substr(0, longest));
  for (int number = 1;; ++number) {
    const std::string tried = number == 1 ? stem : stem + separator + std::to_string(number);
    if (!is_taken(tried) && !(number == 1 && is_taken(stem + separator + '1'))) return tried;
  }
}

// As many bytes as a character of UTF-8 beginning with this one has; 0: none begins so.
std::size_t length_of(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first >= 0xc2U && first < 0xe0U) return 2;
  if (first >= 0xe0U && first < 0xf0U) return 3;
  return first >= 0xf0U && first < 0xf5U ? 4 : 0;
}

// Characters of a text; npos when it is not UTF-8.
std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = length_of(byte(at));
    if (length == 0 || length > text.size() - at) return std::string_view::npos;
    for (std::size_t i = 1; i < length; ++i) {
      if ((byte(at + i) & 0xc0U) != 0x80U) return std::string_view::npos;
    }
    const bool is_too_long =
        (byte(at) == 0xe0U && byte(at + 1) < 0xa0U) || (byte(at) == 0xf0U && byte(at + 1) < 0x90U);
    const bool is_none = (byte(at) == 0xedU && byte(at + 1) >= 0xa0U) ||
                         (byte(at) == 0xf4U && byte(at + 1) >= 0x90U);
    if (is_too_long || is_none) return std::string_view::npos;
    at += length;
  }
  return count;
}

std::string fault_of_text(std::string_view text, std::string_view what, std::size_t longest) {
  const std::size_t length = characters(text);
  if (length == 0) return std::string(what) + " must not be empty";
  if (length == std::string_view::npos) return std::string(what) + " is not text";
  return length <= longest
             ? ""
             : std::string(what) + " must have at most " + std::to_string(longest) + " characters";
}

std::string fault_of_count(std::size_t count, std::size_t most, std::string_view what) {
  if (count <= most) return "";
  return "A draft can have at most " + std::to_string(most) + " " + std::string(what);
}

bool is_in_grid(double cell) { return cell >= 0 && cell <= lesson::kFarthestCell; }

// A parameter's place in its kind's list; behind all others when it is none of them.
std::size_t order_of(const model::KindInfo& kind, const model::Setting& setting) {
  const model::ParameterInfo* found = model::find_parameter(kind, setting.name);
  return found == nullptr ? kind.parameters.size()
                          : static_cast<std::size_t>(found - kind.parameters.data());
}

}  // namespace

void put_in_order(model::PartSpec& part) {
  const model::KindInfo* kind = model::find_kind(part.kind);
  if (kind == nullptr) return;
  // Few, and nearly in order: each goes back to its place among those before it.
  for (std::size_t i = 1; i < part.settings.size(); ++i) {
    for (std::size_t k = i; k > 0; --k) {
      if (order_of(*kind, part.settings[k - 1]) <= order_of(*kind, part.settings[k])) break;
      std::swap(part.settings[k - 1], part.settings[k]);
    }
  }
}

Draft empty_draft() {
  Draft draft;
  draft.id = "draft";
  draft.title = "My design";
  draft.goals = {{.metric = model::Metric::good_share, .at_least = true, .limit = 0.99}};
  return draft;
}

Draft draft_of(model::Scenario scenario) {
  for (model::PartSpec& part : scenario.parts) put_in_order(part);
  return scenario;
}

std::string fault_of_form(const Draft& draft) {
  using namespace lesson;
  std::string fault = fault_of_text(draft.title, "The name", kLongestTitle);
  if (fault.empty()) fault = fault_of_count(draft.parts.size(), kMostScenarioParts, "parts");
  if (fault.empty()) fault = fault_of_count(draft.links.size(), kMostLinks, "links");
  if (fault.empty()) fault = fault_of_count(draft.changes.size(), kMostChanges, "timed changes");
  if (fault.empty()) fault = fault_of_count(draft.goals.size(), kMostGoals, "goals");
  for (const model::PartSpec& part : draft.parts) {
    if (!fault.empty()) return fault;
    fault = fault_of_text(part.label, "A label", kLongestLabel);
    if (!is_in_grid(part.place.column) || !is_in_grid(part.place.row)) {
      fault = name_of(draft, part.id) + " would stand beside the grid";
    }
  }
  for (const model::TimedChange& timed : draft.changes) {
    if (timed.at_s >= 0 && timed.at_s <= kLongestRun_s) continue;
    return "What happens to " + name_of(draft, timed.change.part) + " would do so at no time";
  }
  if (draft.duration_s < kShortestRun_s || draft.duration_s > kLongestRun_s) {
    return "A run must take from 1 ms to a day";
  }
  if (!fault.empty()) return fault;
  const std::vector<model::Fault> found = model::check_form(draft);
  return found.empty() ? "" : found.front().place + " " + found.front().reason;
}

const model::PartSpec* find_part(const Draft& draft, std::string_view id) {
  const auto found = std::find_if(draft.parts.begin(), draft.parts.end(),
                                  [id](const model::PartSpec& part) { return part.id == id; });
  return found == draft.parts.end() ? nullptr : &*found;
}

model::PartSpec* find_part(Draft& draft, std::string_view id) {
  return const_cast<model::PartSpec*>(find_part(std::as_const(draft), id));
}

std::string name_of(const Draft& draft, std::string_view target) {
  const std::size_t between = target.find('>');
  if (between != std::string_view::npos) {
    return "the link from " + name_of(draft, target.substr(0, between)) + " to " +
           name_of(draft, target.substr(between + 1));
  }
  const model::PartSpec* part = find_part(draft, target);
  return part == nullptr || part->label.empty() ? std::string(target) : part->label;
}

const model::ParameterInfo* machine_parameter(const model::KindInfo& kind) {
  const auto found =
      std::find_if(kind.parameters.begin(), kind.parameters.end(),
                   [](const model::ParameterInfo& parameter) { return parameter.is_part; });
  return found == kind.parameters.end() ? nullptr : &*found;
}

std::string machine_of(const model::PartSpec& part) {
  const model::KindInfo* kind = model::find_kind(part.kind);
  const model::ParameterInfo* parameter = kind == nullptr ? nullptr : machine_parameter(*kind);
  if (parameter == nullptr) return "";
  return std::string(model::Settings(*kind, part).text(parameter->name));
}

std::vector<std::string> parts_on(const Draft& draft, std::string_view machine) {
  std::vector<std::string> ids;
  for (const model::PartSpec& part : draft.parts) {
    if (machine_of(part) == machine) ids.push_back(part.id);
  }
  return ids;
}

bool is_free(const Draft& draft, model::GridPlace place, std::string_view but) {
  return std::none_of(draft.parts.begin(), draft.parts.end(), [&](const model::PartSpec& part) {
    const model::KindInfo* kind = model::find_kind(part.kind);
    if (part.id == but || (kind != nullptr && kind->is_machine)) return false;
    return std::abs(part.place.column - place.column) < 1 &&
           std::abs(part.place.row - place.row) < 1;
  });
}

model::GridPlace free_cell(const Draft& draft, model::GridPlace near) {
  near = {std::clamp(std::round(near.column), 0.0, kCells - 1.0),
          std::clamp(std::round(near.row), 0.0, kCells - 1.0)};
  model::GridPlace best = near;
  double least = 1e9;
  for (int column = 0; column < kCells; ++column) {
    for (int row = 0; row < kCells; ++row) {
      // A column away is as far as three rows down, or four up.
      const double down = row - near.row;
      const double distance = 3 * std::abs(column - near.column) + (down >= 0 ? down : -1.3 * down);
      if (distance >= least || !is_free(draft, {double(column), double(row)})) continue;
      least = distance;
      best = {double(column), double(row)};
    }
  }
  return best;
}

std::string free_id(const Draft& draft, std::string_view like) {
  constexpr std::size_t kLongestStem = 34;  // of 40, so that a number has room
  return numbered(like, '-', kLongestStem,
                  [&](const std::string& id) { return find_part(draft, id) != nullptr; });
}

std::string free_label(const Draft& draft, std::string_view like) {
  return numbered(like, ' ', like.size(), [&](const std::string& label) {
    return std::any_of(draft.parts.begin(), draft.parts.end(),
                       [&](const model::PartSpec& part) { return part.label == label; });
  });
}

model::LinkSpec new_link(const Draft& draft, std::string_view from, std::string_view to) {
  constexpr double kFromUsers_ms = 40;
  constexpr double kInside_ms = 0.5;
  model::LinkSpec link{.from = std::string(from), .to = std::string(to)};
  const model::PartSpec* part = find_part(draft, from);
  const model::KindInfo* kind = part == nullptr ? nullptr : model::find_kind(part->kind);
  if (kind == nullptr || !kind->takes_calls) return link;
  link.round_trip_ms = kind->is_users ? kFromUsers_ms : kInside_ms;
  return link;
}

}  // namespace tenfold::design
