// The checks' faults in a learner's words, and what no check minds because it does no harm.
#include "design/complaints.h"

#include <algorithm>
#include <charconv>

#include "lesson/text.h"

namespace tenfold::design {
namespace {

using About = Complaint::About;

std::size_t index_of(const Draft& draft, std::string_view id) {
  return static_cast<std::size_t>(find_part(draft, id) - draft.parts.data());
}

std::string link_name(const model::LinkSpec& link) { return link.from + ">" + link.to; }

// "parts[3].size" of a fault's place: the list, the number and what stands behind the point.
struct Place {
  std::string_view list;
  std::size_t index = 0;
  std::string_view field;
  std::size_t length = 0;  // of all of it
};

Place place_at(std::string_view text) {
  Place place;
  const std::size_t open = text.find('[');
  const std::size_t close = text.find(']');
  if (open == text.npos || close == text.npos || close < open) return place;
  place.list = text.substr(0, open);
  std::from_chars(text.data() + open + 1, text.data() + close, place.index);
  place.length = close + 1;
  if (text.substr(place.length).starts_with('.')) {
    const std::size_t end = std::min(text.find(' ', place.length), text.size());
    place.field = text.substr(place.length + 1, end - place.length - 1);
    place.length = end;
  }
  return place;
}

// The target that a place is about; empty: the draft as a whole.
std::string target_of(const Draft& draft, const Place& place) {
  if (place.list == "parts" && place.index < draft.parts.size()) return draft.parts[place.index].id;
  if (place.list == "links" && place.index < draft.links.size()) {
    return link_name(draft.links[place.index]);
  }
  if (place.list == "changes" && place.index < draft.changes.size()) {
    return draft.changes[place.index].change.part;
  }
  return "";
}

// What the parameter is called: "size of App server 2".
std::string value_name(const Draft& draft, const std::string& target, std::string_view field) {
  const std::string name = name_of(draft, target);
  const model::PartSpec* part = find_part(draft, target);
  const model::KindInfo* kind =
      part == nullptr ? &model::link_kind() : model::find_kind(part->kind);
  const model::ParameterInfo* parameter =
      kind == nullptr ? nullptr : model::find_parameter(*kind, field);
  if (parameter == nullptr) return name;
  return std::string(parameter->words.empty() ? parameter->name : parameter->words) + " of " + name;
}

// A reason that speaks of places, with names instead.
std::string in_words(const Draft& draft, std::string_view reason) {
  std::string text;
  while (!reason.empty()) {
    const bool is_place = reason.starts_with("parts[") || reason.starts_with("links[");
    if (is_place) {
      const Place place = place_at(reason);
      text += value_name(draft, target_of(draft, place), place.field);
      reason.remove_prefix(std::max<std::size_t>(place.length, 1));
    } else {
      text += reason.front();
      reason.remove_prefix(1);
    }
  }
  return text;
}

Complaint complaint_of(const Draft& draft, const model::Fault& fault) {
  const Place place = place_at(fault.place);
  Complaint complaint{.target = target_of(draft, place)};
  if (place.list == "changes") {
    const model::TimedChange& timed = draft.changes[place.index];
    const bool is_late = place.field == "at_s";
    complaint.about = is_late ? About::late_change : About::other;
    complaint.change = place.index;
    complaint.what = "What happens to " + name_of(draft, timed.change.part) + " " +
                     (is_late ? "comes after the run's end" : in_words(draft, fault.reason));
  } else if (place.list.empty()) {
    complaint.about = draft.parts.empty() ? About::nothing_there : About::other;
    complaint.what =
        draft.parts.empty() ? "There is nothing here yet" : fault.place + " " + fault.reason;
  } else {
    if (place.list == "parts" && !place.field.empty()) {
      complaint.about = About::value;
      complaint.parameter = place.field;
    }
    complaint.what = lesson::capitalised(value_name(draft, complaint.target, place.field) + " " +
                                         in_words(draft, fault.reason));
  }
  return complaint;
}

// "nobody", "1 part", "2 parts" and so on.
std::string parts_counted(int count, model::Role role) {
  return std::to_string(count) + (count == 1 ? " part that " : " parts that ") +
         std::string(model::does(role));
}

void complain_of_needs(const Draft& draft, std::size_t index, std::vector<Complaint>& list) {
  const model::PartSpec& part = draft.parts[index];
  for (const auto& [need, has] : model::unmet_needs(draft, index)) {
    Complaint complaint{.about = has > need.most ? About::needs_fewer : About::needs_more,
                        .target = part.id,
                        .role = need.role};
    if (need.role == model::Role::none) {
      complaint.role = role_to_be(draft, part.id);
      complaint.what = part.label + " can pass requests on to nobody";
    } else if (has > need.most) {
      complaint.what = part.label + " can ask only " + parts_counted(need.most, need.role) +
                       ", not " + std::to_string(has);
    } else if (has == 0) {
      complaint.what = part.label + " can ask nobody that " + std::string(model::does(need.role));
    } else {
      complaint.what = part.label + " can ask only " + parts_counted(has, need.role) +
                       ", where it takes " + std::to_string(need.fewest);
    }
    list.push_back(std::move(complaint));
  }
}

// The faults, those of a part's needs once and in other words.
std::vector<Complaint> complaints_of(const Draft& draft, const std::vector<model::Fault>& faults) {
  std::vector<Complaint> list;
  std::size_t told = draft.parts.size();
  for (const model::Fault& fault : faults) {
    const Place place = place_at(fault.place);
    const bool is_of_needs = place.list == "parts" && place.field.empty() &&
                             !model::unmet_needs(draft, place.index).empty();
    if (!is_of_needs) {
      list.push_back(complaint_of(draft, fault));
    } else if (place.index != told) {
      told = place.index;
      complain_of_needs(draft, place.index, list);
    }
  }
  return list;
}

void complain_of_useless_links(const Draft& draft, std::vector<Complaint>& list) {
  for (const model::LinkSpec& link : draft.links) {
    if (can_carry(draft, link)) continue;
    list.push_back({.about = About::useless,
                    .target = link_name(link),
                    .what = "No request goes by " + name_of(draft, link_name(link)),
                    .stops_run = false});
  }
}

bool is_asked(const Draft& draft, const std::string& id) {
  return std::any_of(draft.links.begin(), draft.links.end(), [&](const model::LinkSpec& link) {
    return link.to == id && model::kind_info(find_part(draft, link.from)->kind).takes_calls;
  });
}

void complain_of_idle_parts(const Draft& draft, std::vector<Complaint>& list) {
  bool has_users = false;
  for (const model::PartSpec& part : draft.parts) {
    const model::KindInfo& kind = model::kind_info(part.kind);
    has_users = has_users || kind.is_users;
    Complaint complaint{.target = part.id, .what = part.label, .stops_run = false};
    if (kind.is_machine && parts_on(draft, part.id).empty()) {
      complaint.about = About::empty;
      complaint.what = "Nothing runs on " + part.label;
    } else if (!kind.is_machine && !kind.is_users && kind.takes_calls &&
               !is_asked(draft, part.id)) {
      complaint.about = About::unasked;
      complaint.what += " is asked by nobody";
    } else {
      continue;
    }
    list.push_back(std::move(complaint));
  }
  if (has_users || draft.parts.empty()) return;
  list.insert(list.begin(), {.about = About::no_users, .what = "Nobody asks for anything"});
}

}  // namespace

model::Role role_to_be(const Draft& draft, std::string_view id) {
  const std::size_t part = index_of(draft, id);
  const model::PartKind& kind = model::part_kind(draft.parts[part].kind);
  const model::Role role = model::role_of(draft, part);
  if (role != model::Role::none || kind.needs.empty()) return role;
  const model::Role needed = kind.needs.front().role;
  return kind.role != model::Role::passes || needed == model::Role::passes ? role : needed;
}

bool can_carry(const Draft& draft, const model::LinkSpec& link) {
  if (model::part_kind(find_part(draft, link.to)->kind).role == model::Role::none) return false;
  const model::Role role = role_to_be(draft, link.to);
  const auto& needs = model::part_kind(find_part(draft, link.from)->kind).needs;
  return std::any_of(needs.begin(), needs.end(), [role](const model::Need& need) {
    return need.role == role || need.role == model::Role::passes || role == model::Role::none;
  });
}

std::string part_that(model::Role role) { return "a part that " + std::string(model::does(role)); }

std::vector<Complaint> complaints_of_links(const Draft& draft) {
  std::vector<Complaint> list = complaints_of(draft, model::check_kinds(draft));
  complain_of_useless_links(draft, list);
  return list;
}

std::vector<Complaint> complaints(const Draft& draft) {
  std::vector<Complaint> list = complaints_of(draft, model::check(draft));
  complain_of_idle_parts(draft, list);
  complain_of_useless_links(draft, list);
  return list;
}

}  // namespace tenfold::design
