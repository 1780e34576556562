// What mends a complaint is looked for among the steps there are: each is tried on a copy, and
// counts if the complaint is gone and nothing new is to be said.
#include "design/faults.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "design/complaints.h"
#include "design/connections.h"
#include "model/settings.h"

namespace tenfold::design {
namespace {

using About = Complaint::About;
using model::KindInfo;
using model::PartSpec;

// What links are tried in, and what is to be said of it without them.
struct Tried {
  const Draft& draft;
  std::vector<Complaint> said;

  bool can_connect(const std::string& from, const std::string& to) const {
    return why_not(draft, new_link(draft, from, to), said).empty();
  }
};

double distance(const PartSpec& a, const PartSpec& b) {
  return std::abs(a.place.column - b.place.column) + std::abs(a.place.row - b.place.row);
}

// "an app server", "a CDN edge"
std::string one(const KindInfo& kind) {
  std::string title(kind.title);
  const bool is_acronym = title.size() > 1 && title[1] >= 'A' && title[1] <= 'Z';
  const bool is_vowel = std::string_view("AEIO").find(title[0]) != std::string_view::npos;
  if (!is_acronym && title[0] >= 'A' && title[0] <= 'Z') title[0] += 'a' - 'A';
  return (is_vowel && !is_acronym ? "an " : "a ") + title;
}

struct Candidate {
  const PartSpec* part;
  double score;  // the lowest is the likeliest
};

// The likeliest of few, as each try takes its time.
std::optional<std::string> first_that(std::vector<Candidate> candidates, auto is_good) {
  constexpr int kTries = 4;
  for (int tries = 0; tries < kTries && !candidates.empty(); ++tries) {
    const auto best =
        std::min_element(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
    const std::string id = best->part->id;
    if (is_good(id)) return id;
    candidates.erase(best);
  }
  return std::nullopt;
}

bool is_asked_by_any(const Draft& draft, const std::string& id) {
  return std::any_of(draft.links.begin(), draft.links.end(),
                     [&](const model::LinkSpec& link) { return link.to == id; });
}

bool asks_such(const Draft& draft, const std::string& from, const std::string& kind) {
  return std::any_of(draft.links.begin(), draft.links.end(), [&](const model::LinkSpec& link) {
    return link.from == from && find_part(draft, link.to)->kind == kind;
  });
}

// A part that another may ask, best one that nobody asks yet and that is near. What does not do
// what is asked of it yet, as it leads nowhere, is for want of a better one.
std::optional<std::string> find_asked(const Tried& tried, const PartSpec& asking,
                                      model::Role role) {
  const Draft& draft = tried.draft;
  std::vector<Candidate> candidates;
  for (const PartSpec& part : draft.parts) {
    const bool is_asked = is_asked_by_any(draft, part.id);
    const auto index = static_cast<std::size_t>(&part - draft.parts.data());
    const model::Role its = model::role_of(draft, index);
    const bool is_idle = its == model::Role::none && !is_asked && part.kind != asking.kind;
    const bool fits = its == model::Role::none ? is_idle : role == model::Role::none || its == role;
    if (!fits || !can_carry(draft, new_link(draft, asking.id, part.id))) continue;
    candidates.push_back(
        {&part, distance(asking, part) + (is_asked ? 100 : 0) + (is_idle ? 200 : 0)});
  }
  return first_that(std::move(candidates),
                    [&](const std::string& id) { return tried.can_connect(asking.id, id); });
}

// A part that may ask another, best one that asks its like already and is near.
std::optional<std::string> find_asking(const Tried& tried, const PartSpec& asked) {
  const Draft& draft = tried.draft;
  std::vector<Candidate> candidates;
  for (const PartSpec& part : draft.parts) {
    if (part.id == asked.id || !model::kind_info(part.kind).takes_calls) continue;
    if (!can_carry(draft, new_link(draft, part.id, asked.id))) continue;
    candidates.push_back(
        {&part, distance(asked, part) - (asks_such(draft, part.id, asked.kind) ? 100 : 0)});
  }
  return first_that(std::move(candidates),
                    [&](const std::string& id) { return tried.can_connect(id, asked.id); });
}

// A new part that has the role, or (Role::none) the first that will do.
bool mend_by_adding(const Tried& tried, const PartSpec& asking, model::Role role,
                    DraftFault& fault) {
  using model::Role;
  if (role == Role::none) {
    for (const Role any : {Role::site, Role::data, Role::sessions, Role::queue, Role::names}) {
      if (mend_by_adding(tried, asking, any, fault)) return true;
    }
    return false;
  }
  for (const KindInfo* kind : model::part_kinds()) {
    if (model::part_kind(kind->name).role != role) continue;
    Draft with = tried.draft;
    const AddPart add{.kind = std::string(kind->name)};
    const Applied added = apply(with, add);
    if (!added.is_done()) continue;
    if (!why_not(with, new_link(with, asking.id, added.made), tried.said).empty()) continue;
    fault.mend = "add " + one(*kind) + " and connect " + asking.label + " to it";
    fault.steps = {add, Connect{asking.id, added.made}};
    return true;
  }
  return false;
}

// A part that it asks and that passes calls on to nobody yet: the trouble is there.
const PartSpec* find_idle(const Draft& draft, const PartSpec& asking) {
  for (const model::LinkSpec& link : draft.links) {
    const PartSpec& asked = *find_part(draft, link.to);
    const auto index = static_cast<std::size_t>(&asked - draft.parts.data());
    const bool passes = model::part_kind(asked.kind).role == model::Role::passes;
    if (link.from == asking.id && passes && model::role_of(draft, index) == model::Role::none) {
      return &asked;
    }
  }
  return nullptr;
}

// Of a part or a link, where nothing better is known.
void mend_by_removing(const std::string& target, DraftFault& fault) {
  fault.mend = "remove it";
  fault.steps = {model::names_link(target) ? Step(Disconnect{target}) : Step(RemovePart{target})};
}

void mend_need(const Tried& tried, const Complaint& complaint, DraftFault& fault) {
  const Draft& draft = tried.draft;
  const PartSpec& part = *find_part(draft, complaint.target);
  if (complaint.about == About::needs_more) {
    if (const PartSpec* idle = find_idle(draft, part)) {
      fault.mend = "mend " + idle->label + " first, which it asks";
      return;
    }
    if (const auto asked = find_asked(tried, part, complaint.role)) {
      fault.mend = "connect " + part.label + " to " + name_of(draft, *asked);
      fault.steps = {Connect{part.id, *asked}};
    } else if (!mend_by_adding(tried, part, complaint.role, fault)) {
      mend_by_removing(complaint.target, fault);
    }
    return;
  }
  for (const model::LinkSpec& link : draft.links) {
    if (link.from != part.id || role_to_be(draft, link.to) != complaint.role) continue;
    fault.mend = "remove its link to " + name_of(draft, link.to);
    fault.steps = {Disconnect{link.from + ">" + link.to}};
  }
}

// Of a value with choices: the next one with which nothing is to be said of it.
void mend_value(const Draft& draft, const Complaint& complaint, DraftFault& fault) {
  const PartSpec& part = *find_part(draft, complaint.target);
  const KindInfo& kind = model::kind_info(part.kind);
  const model::ParameterInfo* parameter = model::find_parameter(kind, complaint.parameter);
  if (parameter == nullptr || parameter->choices.empty()) return;
  const auto& choices = parameter->choices;
  const std::string_view now = model::Settings(kind, part).text(parameter->name);
  for (auto next = std::find(choices.begin(), choices.end(), now); next != choices.end(); ++next) {
    Draft tried = draft;
    const SetValue set{part.id, {complaint.parameter, 0, std::string(*next)}};
    if (!apply(tried, set).is_done()) continue;
    const std::vector<Complaint> left = complaints_of_links(tried);
    if (std::find(left.begin(), left.end(), complaint) != left.end()) continue;
    fault.mend = "make it " + std::string(*next);
    fault.steps = {set};
    return;
  }
}

// Users are what all else is there for.
void mend_by_users(DraftFault& fault) {
  for (const KindInfo* kind : model::part_kinds()) {
    if (!kind->is_users) continue;
    fault.mend = "add " + std::string(kind->title);
    fault.steps = {AddPart{.kind = std::string(kind->name)}};
    return;
  }
}

void mend(const Tried& tried, const Complaint& complaint, DraftFault& fault) {
  const Draft& draft = tried.draft;
  switch (complaint.about) {
    case About::nothing_there:
    case About::no_users:
      mend_by_users(fault);
      break;
    case About::needs_more:
    case About::needs_fewer:
      mend_need(tried, complaint, fault);
      break;
    case About::value:
      mend_value(draft, complaint, fault);
      break;
    case About::late_change:
      fault.mend = "make the run longer, or move it to an earlier time";
      fault.steps = {MoveChange{complaint.change, draft.duration_s}};
      break;
    case About::unasked:
      if (const auto asking = find_asking(tried, *find_part(draft, complaint.target))) {
        fault.mend = "connect " + name_of(draft, *asking) + " to it";
        fault.steps = {Connect{*asking, complaint.target}};
        break;
      }
      [[fallthrough]];
    case About::useless:
    case About::empty:
      mend_by_removing(complaint.target, fault);
      break;
    case About::other:
      if (model::names_link(complaint.target)) mend_by_removing(complaint.target, fault);
      break;
  }
}

}  // namespace

std::string sentence_of(const DraftFault& fault) {
  return fault.what + (fault.mend.empty() ? "." : ": " + fault.mend + ".");
}

std::vector<DraftFault> faults(const Draft& draft) {
  const Tried tried{draft, complaints_of_links(draft)};
  std::vector<DraftFault> list;
  for (Complaint& complaint : complaints(draft)) {
    DraftFault& fault = list.emplace_back();
    mend(tried, complaint, fault);
    fault.target = std::move(complaint.target);
    fault.what = std::move(complaint.what);
    fault.stops_run = complaint.stops_run;
  }
  return list;
}

bool can_run(const Draft& draft) {
  const std::vector<Complaint> list = complaints(draft);
  return list.empty() || !list.front().stops_run;
}

}  // namespace tenfold::design
