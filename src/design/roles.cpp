// Walking along links.
#include "design/roles.h"

#include <algorithm>

#include "model/catalogue.h"

namespace tenfold::design {
namespace {

bool is_users(const model::PartSpec& part) {
  const model::KindInfo* kind = model::find_kind(part.kind);
  return kind != nullptr && kind->is_users;
}

using Marks = std::vector<char>;  // by part

std::size_t place_of(const model::Scenario& scenario, std::string_view id) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [id](const auto& part) { return part.id == id; });
  return static_cast<std::size_t>(found - scenario.parts.begin());
}

// Where calls from the marked parts get to, and no further than the first app servers and queues.
Marks reached(const model::Scenario& scenario, const Marks& from) {
  Marks marks(scenario.parts.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i]) open.push_back(i);
  }
  while (!open.empty()) {
    const std::string id = scenario.parts[open.back()].id;
    open.pop_back();
    for (const model::LinkSpec& link : scenario.links) {
      if (link.from != id) continue;
      const std::size_t to = place_of(scenario, link.to);
      if (to == marks.size() || marks[to]) continue;
      marks[to] = 1;
      const std::string& kind = scenario.parts[to].kind;
      if (kind != "app_server" && kind != "job_queue") open.push_back(to);
    }
  }
  return marks;
}

std::vector<std::string> marked(const model::Scenario& scenario, const Marks& marks,
                                std::string_view kind) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] && scenario.parts[i].kind == kind) ids.push_back(scenario.parts[i].id);
  }
  return ids;
}

std::vector<std::string> of_kind(const model::Scenario& scenario, std::string_view kind) {
  return marked(scenario, Marks(scenario.parts.size(), 1), kind);
}

// Of several sets the first placed; of one the first that it is linked to.
std::string primary_of(const model::Scenario& scenario) {
  const std::vector<std::string> sets = of_kind(scenario, "replica_set");
  for (const model::LinkSpec& link : scenario.links) {
    if (!sets.empty() && link.from == sets.front()) return link.to;
  }
  const std::vector<std::string> databases = of_kind(scenario, "database");
  return databases.empty() ? "" : databases.front();
}

}  // namespace

const model::PartSpec* part_of(const model::Scenario& scenario, std::string_view id) {
  const std::size_t place = place_of(scenario, id);
  return place == scenario.parts.size() ? nullptr : &scenario.parts[place];
}

const model::Setting* setting_of(const model::PartSpec& part, std::string_view name) {
  const auto found = std::find_if(part.settings.begin(), part.settings.end(),
                                  [name](const auto& setting) { return setting.name == name; });
  return found == part.settings.end() ? nullptr : &*found;
}

std::vector<std::string> servers_of(const model::Scenario& scenario, std::string_view users) {
  Marks from(scenario.parts.size());
  for (std::size_t i = 0; i < from.size(); ++i) {
    const model::PartSpec& part = scenario.parts[i];
    from[i] = is_users(part) && (users.empty() || part.id == users);
  }
  return marked(scenario, reached(scenario, from), "app_server");
}

std::vector<std::string> workers_of(const model::Scenario& scenario) {
  Marks from(scenario.parts.size());
  for (std::size_t i = 0; i < from.size(); ++i) from[i] = scenario.parts[i].kind == "job_queue";
  return marked(scenario, reached(scenario, from), "app_server");
}

bool reaches(const model::Scenario& scenario, std::string_view server, std::string_view what) {
  Marks from(scenario.parts.size());
  const std::size_t place = place_of(scenario, server);
  if (place == from.size()) return false;
  from[place] = 1;
  const Marks marks = reached(scenario, from);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] && (scenario.parts[i].kind == what || scenario.parts[i].id == what)) return true;
  }
  return false;
}

std::string region_of(const model::Scenario& scenario, std::string_view edge) {
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    if (!is_users(scenario.parts[i])) continue;
    Marks from(scenario.parts.size());
    from[i] = 1;
    if (reached(scenario, from)[place_of(scenario, edge)]) return scenario.parts[i].id;
  }
  return "";
}

std::string mortal_of(const model::Scenario& scenario, std::string_view part) {
  const model::PartSpec* found = part_of(scenario, part);
  const model::Setting* machine = found == nullptr ? nullptr : setting_of(*found, "machine");
  return machine == nullptr ? std::string(part) : machine->text;
}

std::string part_in_role(const model::Scenario& scenario, const lesson::Trouble& trouble) {
  using Role = lesson::Trouble::Role;
  std::vector<std::string> ids;
  switch (trouble.role) {
    case Role::none:
      return trouble.change.part;
    case Role::server:
      ids = servers_of(scenario, trouble.of);
      break;
    case Role::worker:
      ids = workers_of(scenario);
      break;
    case Role::primary:
      ids = {primary_of(scenario)};
      break;
    case Role::cache:
      ids = of_kind(scenario, "cache");
      break;
    case Role::edge:
      ids = of_kind(scenario, "cdn");
      break;
  }
  // Programs on one machine die together, so they are one.
  std::vector<std::string> mortals;
  for (const std::string& id : ids) {
    std::string mortal = mortal_of(scenario, id);
    if (std::find(mortals.begin(), mortals.end(), mortal) == mortals.end()) {
      mortals.push_back(std::move(mortal));
    }
  }
  const auto nth = static_cast<std::size_t>(trouble.nth);
  return nth <= mortals.size() ? mortals[nth - 1] : "";
}

}  // namespace tenfold::design
