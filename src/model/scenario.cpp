// Editing scenarios, and the few formulas and names that belong to them.
#include "model/scenario.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/catalogue.h"
#include "sim/heap_sort.h"

namespace tenfold::model {
namespace {

PartSpec* find_part(Scenario& scenario, const std::string& id) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [&](const PartSpec& part) { return part.id == id; });
  return found == scenario.parts.end() ? nullptr : &*found;
}

// Whether a change's target is that part, or a link from it or to it.
bool concerns(const std::string& target, const std::string& id) {
  return target == id || target.starts_with(id + ">") || target.ends_with(">" + id);
}

// All that speaks of a part goes with it: links, what is to happen to it or to them, and goals of
// its requests. What ran on it has to be told where to run from now on.
void remove_part(Scenario& scenario, const std::string& id) {
  std::erase_if(scenario.parts, [&](const PartSpec& part) { return part.id == id; });
  std::erase_if(scenario.links,
                [&](const LinkSpec& link) { return link.from == id || link.to == id; });
  std::erase_if(scenario.changes,
                [&](const TimedChange& timed) { return concerns(timed.change.part, id); });
  std::erase_if(scenario.goals, [&](const Goal& goal) { return goal.users == id; });
  for (PartSpec& part : scenario.parts) {
    const KindInfo* kind = find_kind(part.kind);
    if (kind == nullptr) continue;
    std::erase_if(part.settings, [&](const Setting& setting) {
      const ParameterInfo* parameter = find_parameter(*kind, setting.name);
      return parameter != nullptr && parameter->is_part && setting.text == id;
    });
  }
}

bool joins(const LinkSpec& a, const LinkSpec& b) { return a.from == b.from && a.to == b.to; }

// Empty when the edit was applied, otherwise why it was not.
std::string apply_edit(Scenario& scenario, const Edit& edit) {
  switch (edit.kind) {
    case Edit::Kind::add_part:
      if (find_part(scenario, edit.part.id) != nullptr) {
        return "adds \"" + edit.part.id + "\", which is there already";
      }
      scenario.parts.push_back(edit.part);
      return "";
    case Edit::Kind::remove_part:
      if (find_part(scenario, edit.part.id) == nullptr) {
        return "removes \"" + edit.part.id + "\", which is not there";
      }
      remove_part(scenario, edit.part.id);
      return "";
    case Edit::Kind::set: {
      if (names_link(edit.target)) {
        LinkSpec* link = find_link(scenario.links, edit.target);
        if (link == nullptr) return "sets something of \"" + edit.target + "\", which is no link";
        double* value = value_of(*link, edit.setting.name);
        if (value == nullptr) return "sets " + edit.setting.name + ", which links do not have";
        *value = edit.setting.number;
        return "";
      }
      PartSpec* part = find_part(scenario, edit.target);
      if (part == nullptr) return "sets something of \"" + edit.target + "\", which is not there";
      put_setting(*part, edit.setting);
      return "";
    }
    case Edit::Kind::add_link: {
      const bool is_there =
          std::any_of(scenario.links.begin(), scenario.links.end(),
                      [&](const LinkSpec& link) { return joins(link, edit.link); });
      if (is_there) {
        return "links \"" + edit.link.from + "\" to \"" + edit.link.to + "\", as is done already";
      }
      scenario.links.push_back(edit.link);
      return "";
    }
    case Edit::Kind::remove_link: {
      const auto removed = std::erase_if(
          scenario.links, [&](const LinkSpec& link) { return joins(link, edit.link); });
      if (removed > 0) {
        std::erase_if(scenario.changes, [&](const TimedChange& timed) {
          return timed.change.part == edit.link.from + ">" + edit.link.to;
        });
        return "";
      }
      return "removes a link from \"" + edit.link.from + "\" to \"" + edit.link.to +
             "\", which is not there";
    }
    case Edit::Kind::add_change:
      scenario.changes.push_back(edit.change);
      return "";
  }
  return "";
}

bool same_settings(const PartSpec& a, const PartSpec& b) {
  return a.settings.size() == b.settings.size() &&
         std::all_of(a.settings.begin(), a.settings.end(), [&](const Setting& setting) {
           return std::find(b.settings.begin(), b.settings.end(), setting) != b.settings.end();
         });
}

}  // namespace

bool PartSpec::operator==(const PartSpec& other) const {
  return id == other.id && kind == other.kind && label == other.label && place == other.place &&
         same_settings(*this, other);
}

bool names_link(std::string_view target) { return target.find('>') != std::string_view::npos; }

const LinkSpec* find_link(const std::vector<LinkSpec>& links, std::string_view name) {
  const std::size_t between = std::min(name.find('>'), name.size());
  const auto found = std::find_if(links.begin(), links.end(), [&](const LinkSpec& link) {
    return name.substr(0, between) == link.from && name.substr(between) == ">" + link.to;
  });
  return found == links.end() ? nullptr : &*found;
}

LinkSpec* find_link(std::vector<LinkSpec>& links, std::string_view name) {
  return const_cast<LinkSpec*>(find_link(std::as_const(links), name));
}

double* value_of(LinkSpec& link, std::string_view parameter) {
  if (parameter == "round_trip_ms") return &link.round_trip_ms;
  if (parameter == "mbps") return &link.mbps;
  if (parameter == "dollars_per_gb") return &link.dollars_per_gb;
  return nullptr;
}

void put_setting(PartSpec& part, const Setting& setting) {
  const auto found = std::find_if(part.settings.begin(), part.settings.end(),
                                  [&](const Setting& other) { return other.name == setting.name; });
  if (found == part.settings.end()) {
    part.settings.push_back(setting);
  } else {
    *found = setting;
  }
}

std::vector<Fault> apply_edits(Scenario& scenario, const std::vector<Edit>& edits) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const std::string reason = apply_edit(scenario, edits[i]);
    if (!reason.empty()) return {{"edits[" + std::to_string(i) + "]", reason}};
  }
  return {};
}

std::vector<std::string> changed_parts(const Scenario& before, const Scenario& after) {
  std::vector<std::string> changed;
  for (const PartSpec& part : after.parts) {
    const auto old = std::find_if(before.parts.begin(), before.parts.end(),
                                  [&](const PartSpec& other) { return other.id == part.id; });
    const bool is_same =
        old != before.parts.end() && old->kind == part.kind && same_settings(*old, part);
    if (!is_same) changed.push_back(part.id);
  }
  return changed;
}

double peak_rps(double users, double requests_per_user_day, double peak_factor) {
  return users * requests_per_user_day * peak_factor / 86'400;
}

std::vector<std::size_t> in_order_of_time(const std::vector<TimedChange>& changes) {
  std::vector<std::size_t> order(changes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  sim::heap_sort(order, [&](std::size_t a, std::size_t b) {
    return changes[a].at_s != changes[b].at_s ? changes[a].at_s < changes[b].at_s : a < b;
  });
  return order;
}

std::string_view metric_name(Metric metric) {
  switch (metric) {
    case Metric::good_share:
      return "good_share";
    case Metric::failed_share:
      return "failed_share";
    case Metric::p50_ms:
      return "p50_ms";
    case Metric::p99_ms:
      return "p99_ms";
    case Metric::mean_ms:
      return "mean_ms";
    case Metric::throughput_rps:
      return "throughput_rps";
    case Metric::cost_month:
      return "cost_month";
    case Metric::stale_share:
      return "stale_share";
    case Metric::logged_out:
      return "logged_out";
    case Metric::oldest_s:
      return "oldest_s";
    case Metric::repeated:
      return "repeated";
    case Metric::dead_letters:
      return "dead_letters";
    case Metric::done_share:
      return "done_share";
  }
  return "";
}

}  // namespace tenfold::model
