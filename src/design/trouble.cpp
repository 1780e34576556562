// Each trouble as the changes it is made of.
#include "design/trouble.h"

#include <algorithm>

#include "model/catalogue.h"
#include "model/settings.h"

namespace tenfold::design {
namespace {

using model::Change;
using model::TimedChange;

constexpr double kSlower = 5;
constexpr double kMoreTraffic = 3;
constexpr double kTries = 3;  // the first and two more
constexpr double kDown_s = 3;

TimedChange simple(Change::Kind kind, std::string_view target, double at_s) {
  return {at_s, {.kind = kind, .part = std::string(target), .setting = {}}};
}

// A part's live parameter gets a value made of what it is; none when it has no such parameter, or
// is at that value already.
std::vector<TimedChange> set_to(const model::PartSpec& part, std::string_view parameter,
                                double at_s, auto value_after) {
  const model::KindInfo& kind = model::kind_info(part.kind);
  const model::ParameterInfo* info = model::find_parameter(kind, parameter);
  if (info == nullptr || !info->live) return {};
  const double before = model::Settings(kind, part).number(parameter);
  const double after = std::clamp(value_after(before), info->low, info->high);
  if (after == before) return {};
  TimedChange timed = simple(Change::Kind::set, part.id, at_s);
  timed.change.setting = {std::string(parameter), after, ""};
  return {timed};
}

bool can_die(const model::PartSpec& part) {
  const model::KindInfo& kind = model::kind_info(part.kind);
  return !kind.is_users && !kind.lives_in_callers;
}

std::vector<TimedChange> changes_of_part(const Draft& draft, Trouble trouble,
                                         const model::PartSpec& part, double at_s) {
  switch (trouble) {
    case Trouble::kill:
      if (can_die(part)) return {simple(Change::Kind::kill, part.id, at_s)};
      break;
    case Trouble::restart:
      if (can_die(part)) {
        return {simple(Change::Kind::kill, part.id, at_s),
                simple(Change::Kind::heal, part.id, std::min(at_s + kDown_s, draft.duration_s))};
      }
      break;
    case Trouble::slow:
      return set_to(part, "slowness", at_s, [](double factor) { return factor * kSlower; });
    case Trouble::traffic:
      return set_to(part, "traffic", at_s, [](double factor) { return factor * kMoreTraffic; });
    case Trouble::retries:
      if (!model::kind_info(part.kind).is_users) break;
      return set_to(part, "tries", at_s, [](double tries) { return std::max(tries, kTries); });
    case Trouble::cut:
      break;
  }
  return {};
}

}  // namespace

std::string_view trouble_name(Trouble trouble) {
  switch (trouble) {
    case Trouble::kill:
      return "kill";
    case Trouble::slow:
      return "slow ×5";
    case Trouble::cut:
      return "cut a link";
    case Trouble::traffic:
      return "traffic ×3";
    case Trouble::restart:
      return "restart";
    case Trouble::retries:
      return "impatient users";
  }
  return "";
}

std::vector<TimedChange> changes_of(const Draft& draft, Trouble trouble, std::string_view target,
                                    double at_s) {
  if (const model::PartSpec* part = find_part(draft, target)) {
    return changes_of_part(draft, trouble, *part, at_s);
  }
  const bool is_link = model::find_link(draft.links, target) != nullptr;
  if (!is_link || trouble != Trouble::cut) return {};
  return {simple(Change::Kind::kill, target, at_s)};
}

bool can_happen(const Draft& draft, Trouble trouble, std::string_view target) {
  return !changes_of(draft, trouble, target, 0).empty();
}

std::vector<std::string> targets_of(const Draft& draft, Trouble trouble) {
  std::vector<std::string> targets;
  for (const model::PartSpec& part : draft.parts) targets.push_back(part.id);
  for (const model::LinkSpec& link : draft.links) targets.push_back(link.from + ">" + link.to);
  std::erase_if(targets,
                [&](const std::string& target) { return !can_happen(draft, trouble, target); });
  return targets;
}

}  // namespace tenfold::design
