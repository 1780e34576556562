// Trying links out.
#include "design/connections.h"

#include <algorithm>

#include "model/catalogue.h"

namespace tenfold::design {
namespace {

// What the checks say about the parts and links alone.
std::vector<model::Fault> faults_of_system(const Draft& draft) {
  Draft system;
  system.parts = draft.parts;
  system.links = draft.links;
  return model::check(system);
}

// "has 0" and "has 1" of the same complaint are one.
std::string_view complaint(const model::Fault& fault) {
  return std::string_view(fault.reason).substr(0, fault.reason.find(';'));
}

bool is_among(const model::Fault& fault, const std::vector<model::Fault>& faults) {
  return std::any_of(faults.begin(), faults.end(), [&](const model::Fault& other) {
    return other.place == fault.place && complaint(other) == complaint(fault);
  });
}

bool leads_to(const Draft& draft, std::string_view from, std::string_view to) {
  if (from == to) return true;
  return std::any_of(draft.links.begin(), draft.links.end(), [&](const model::LinkSpec& link) {
    return link.from == from && leads_to(draft, link.to, to);
  });
}

bool is_machine(const Draft& draft, std::string_view id) {
  return model::kind_info(find_part(draft, id)->kind).is_machine;
}

}  // namespace

std::string why_impossible(const Draft& draft, std::string_view from, std::string_view to) {
  if (is_machine(draft, from) || is_machine(draft, to)) {
    return "A machine asks nobody and is not asked: connect what runs on it.";
  }
  if (from == to) return "A part does not ask itself.";
  const std::string name = std::string(from) + ">" + std::string(to);
  if (model::find_link(draft.links, name) != nullptr) return "They are connected already.";
  if (leads_to(draft, to, from)) {
    return "Requests would go round: " + name_of(draft, to) + " leads to " + name_of(draft, from) +
           " already.";
  }
  return "";
}

std::string why_not(const Draft& draft, const model::LinkSpec& link) {
  std::string reason = why_impossible(draft, link.from, link.to);
  if (!reason.empty()) return reason;
  const std::vector<model::Fault> before = faults_of_system(draft);
  Draft tried = draft;
  tried.links.push_back(link);
  for (const model::Fault& fault : faults_of_system(tried)) {
    if (!is_among(fault, before)) return fault.place + " " + fault.reason + ".";
  }
  return "";
}

std::vector<ConnectionTarget> connection_targets(const Draft& draft, std::string_view from) {
  std::vector<ConnectionTarget> targets;
  for (const model::PartSpec& part : draft.parts) {
    if (part.id == from) continue;
    targets.push_back({part.id, why_not(draft, new_link(draft, from, part.id))});
  }
  return targets;
}

}  // namespace tenfold::design
