// Trying links out.
#include "design/connections.h"

#include <algorithm>

#include "design/step.h"

namespace tenfold::design {
namespace {

bool leads_to(const Draft& draft, std::string_view from, std::string_view to) {
  std::vector<std::string_view> reached = {from};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (reached[i] == to) return true;
    for (const model::LinkSpec& link : draft.links) {
      const bool is_new = std::find(reached.begin(), reached.end(), link.to) == reached.end();
      if (link.from == reached[i] && is_new) reached.push_back(link.to);
    }
  }
  return false;
}

bool is_machine(const Draft& draft, std::string_view id) {
  return model::kind_info(find_part(draft, id)->kind).is_machine;
}

// Having one more is no worse than having had none: a need that is met in part is still the same.
bool is_among(const Complaint& complaint, const std::vector<Complaint>& list) {
  const bool is_of_needs = complaint.about == Complaint::About::needs_more;
  return std::any_of(list.begin(), list.end(), [&](const Complaint& other) {
    return other.target == complaint.target && other.about == complaint.about &&
           (is_of_needs || other.what == complaint.what);
  });
}

bool may_go_between(const Draft& draft, std::string_view link, const model::KindInfo& kind,
                    const std::vector<Complaint>& before) {
  Draft tried = draft;
  const Applied made = apply(tried, InsertPart{std::string(kind.name), std::string(link)});
  if (!made.is_done()) return false;
  const std::vector<Complaint> after = complaints_of_links(tried);
  return std::all_of(after.begin(), after.end(), [&](const Complaint& complaint) {
    // What the new part itself still lacks, as a second database, is for later.
    const bool is_for_later =
        complaint.target == made.made && complaint.about == Complaint::About::needs_more;
    return is_for_later || is_among(complaint, before);
  });
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

std::string why_not(const Draft& draft, const model::LinkSpec& link,
                    const std::vector<Complaint>& before) {
  std::string reason = why_impossible(draft, link.from, link.to);
  if (!reason.empty()) return reason;
  if (!can_carry(draft, link)) {
    const model::Role role = role_to_be(draft, link.to);
    const std::string from = "From " + name_of(draft, link.from) + " no request goes to ";
    return from + (role == model::Role::none ? name_of(draft, link.to) : part_that(role)) + ".";
  }
  Draft tried = draft;
  tried.links.push_back(link);
  for (const Complaint& complaint : complaints_of_links(tried)) {
    if (!is_among(complaint, before)) return complaint.what + ".";
  }
  return "";
}

std::string why_not(const Draft& draft, const model::LinkSpec& link) {
  return why_not(draft, link, complaints_of_links(draft));
}

std::vector<ConnectionTarget> connection_targets(const Draft& draft, std::string_view from) {
  const std::vector<Complaint> before = complaints_of_links(draft);
  std::vector<ConnectionTarget> targets;
  for (const model::PartSpec& part : draft.parts) {
    if (part.id == from) continue;
    targets.push_back({part.id, why_not(draft, new_link(draft, from, part.id), before)});
  }
  return targets;
}

std::vector<const model::KindInfo*> kinds_for_link(const Draft& draft, std::string_view link) {
  const std::vector<Complaint> before = complaints_of_links(draft);
  std::vector<const model::KindInfo*> kinds;
  for (const model::KindInfo* kind : model::part_kinds()) {
    if (may_go_between(draft, link, *kind, before)) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace tenfold::design
