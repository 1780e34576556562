// Taking away, and making smaller.
#include "design/simpler.h"

#include <algorithm>

#include "design/roles.h"
#include "design/world.h"
#include "model/catalogue.h"
#include "sim/heap_sort.h"

namespace tenfold::design {
namespace {

using Ids = std::vector<std::string>;

std::string name_of(const model::PartSpec& part) {
  return part.label.empty() ? part.id : part.label;
}

Ids programs_on(const model::Scenario& scenario, std::string_view machine) {
  Ids ids;
  for (const model::PartSpec& part : scenario.parts) {
    const model::Setting* home = setting_of(part, "machine");
    if (home != nullptr && home->text == machine) ids.push_back(part.id);
  }
  return ids;
}

std::string size_of(const model::PartSpec& machine) {
  const model::Setting* size = setting_of(machine, "size");
  return size != nullptr ? size->text : std::string(model::machine_sizes().front().name);
}

void add_sorted(std::string& text, Ids words) {
  sim::heap_sort(words, [](const std::string& a, const std::string& b) { return a < b; });
  for (const std::string& word : words) text += ' ' + word;
}

// Equal for parts that are alike: of one kind and size, set and linked in the same way.
std::string likeness_of(const model::Scenario& scenario, const model::PartSpec& part) {
  if (part.kind == "machine") {
    const Ids programs = programs_on(scenario, part.id);
    if (programs.size() != 1) return part.id;
    return "on " + likeness_of(scenario, *part_of(scenario, programs.front()));
  }
  std::string text = part.kind;
  Ids words;
  for (const model::Setting& setting : part.settings) {
    if (setting.name != "machine") {
      words.push_back(setting.name + '=' + setting.text + std::to_string(setting.number));
    } else if (const model::PartSpec* machine = part_of(scenario, setting.text)) {
      const bool is_own = programs_on(scenario, machine->id).size() == 1;
      words.push_back(is_own ? size_of(*machine) : machine->id);
    }
  }
  add_sorted(text, std::move(words));
  Ids links;
  for (const model::LinkSpec& link : scenario.links) {
    if (link.from == part.id) links.push_back('>' + link.to);
    if (link.to == part.id) links.push_back('<' + link.from);
  }
  add_sorted(text, std::move(links));
  return text;
}

// The first and the last of each group of alike parts.
class Alike {
 public:
  explicit Alike(const model::Scenario& scenario) {
    for (const model::PartSpec& part : scenario.parts) of_.push_back(likeness_of(scenario, part));
  }
  const std::string& of(std::size_t part) const { return of_[part]; }
  bool is_first(std::size_t part) const {
    return std::find(of_.begin(), of_.end(), of_[part]) - of_.begin() ==
           static_cast<std::ptrdiff_t>(part);
  }
  bool is_last(std::size_t part) const {
    const auto next = of_.begin() + static_cast<std::ptrdiff_t>(part) + 1;
    return std::find(next, of_.end(), of_[part]) == of_.end();
  }

 private:
  Ids of_;
};

void remove(model::Scenario& scenario, const std::string& id) {
  const model::Edit edit{.kind = model::Edit::Kind::remove_part, .part = {.id = id}};
  model::apply_edits(scenario, {edit});
}

bool is_linked(const model::Scenario& scenario, std::string_view from, std::string_view to) {
  return std::any_of(scenario.links.begin(), scenario.links.end(),
                     [&](const auto& link) { return link.from == from && link.to == to; });
}

// Whoever asked it asks what it asked. What only passes calls on can be left out so.
void bridge(model::Scenario& scenario, std::string_view id) {
  for (std::size_t i = 0, count = scenario.links.size(); i < count; ++i) {
    if (scenario.links[i].to != id) continue;
    for (std::size_t k = 0; k < count; ++k) {
      model::LinkSpec link = scenario.links[k];
      if (link.from != id) continue;
      link.from = scenario.links[i].from;
      if (!is_linked(scenario, link.from, link.to)) scenario.links.push_back(std::move(link));
    }
  }
}

bool is_asked(const model::Scenario& scenario, std::string_view id) {
  return std::any_of(scenario.links.begin(), scenario.links.end(),
                     [id](const auto& link) { return link.to == id; });
}

// Of databases only one is left to choose from: nobody need choose.
bool chooses_no_more(const model::Scenario& scenario, const model::PartSpec& part) {
  const auto links = std::count_if(scenario.links.begin(), scenario.links.end(),
                                   [&part](const auto& link) { return link.from == part.id; });
  return links < 2 && (part.kind == "replica_set" || part.kind == "shards");
}

// What nobody asks any more, or has no choice any more, and machines on which nothing runs, go as
// well.
void clear_away(model::Scenario& scenario, const model::Scenario& before,
                const lesson::Level& level) {
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const model::PartSpec& part = scenario.parts[i];
    if (part_of(level.world, part.id) != nullptr) continue;
    const bool is_idle =
        part.kind == "machine"
            ? programs_on(scenario, part.id).empty() && !programs_on(before, part.id).empty()
            : is_asked(before, part.id) && !is_asked(scenario, part.id);
    if (!is_idle && !chooses_no_more(scenario, part)) continue;
    const std::string id = part.id;
    if (!is_idle) bridge(scenario, id);
    remove(scenario, id);
    i = std::size_t(-1);
  }
}

bool stores_or_computes(std::string_view kind) {
  constexpr std::string_view kKinds[] = {"app_server", "database", "session_store", "job_queue",
                                         "autoscaler"};
  return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
}

class Making {
 public:
  Making(const lesson::Problem& problem, const lesson::Level& level, const model::Scenario& design)
      : problem_(problem),
        level_(level),
        design_(lesson::in_world(level, design)),
        alike_(design_) {}

  std::vector<Simpler> take() {
    for (std::size_t i = 0; i < design_.parts.size(); ++i) {
      const model::PartSpec& part = design_.parts[i];
      if (part_of(level_.world, part.id) != nullptr) continue;
      if (!alike_.is_first(i) && !alike_.is_last(i)) continue;
      if (part.kind == "machine") {
        without_machine(part);
        smaller_machine(part, alike_.of(i));
      } else {
        without(part, alike_.of(i));
        smaller_cache(part);
        without_standby(part);
      }
    }
    return std::move(made_);
  }

 private:
  void add(const std::string& part, std::string group, std::string text, model::Scenario design) {
    if (!lock(problem_, level_, design).lacks.empty()) return;
    made_.push_back({part, std::move(group), std::move(text), std::move(design)});
  }

  void without(const model::PartSpec& part, const std::string& likeness) {
    model::Scenario left = design_;
    if (!stores_or_computes(part.kind)) bridge(left, part.id);
    remove(left, part.id);
    clear_away(left, design_, level_);
    add(part.id, "without " + likeness, "without " + name_of(part), std::move(left));
  }

  // With all that runs on it; what has it to itself has been tried.
  void without_machine(const model::PartSpec& machine) {
    const Ids programs = programs_on(design_, machine.id);
    if (programs.size() == 1) return;
    model::Scenario left = design_;
    for (const std::string& id : programs) remove(left, id);
    remove(left, machine.id);
    clear_away(left, design_, level_);
    std::string text = "without " + name_of(machine);
    if (!programs.empty()) text += " and what runs on it";
    add(machine.id, "without " + machine.id, std::move(text), std::move(left));
  }

  void smaller_machine(const model::PartSpec& machine, const std::string& likeness) {
    const model::MachineSize* now = model::find_machine_size(size_of(machine));
    std::vector<const model::MachineSize*> sizes;
    for (const model::MachineSize& size : model::machine_sizes()) {
      if (size.dollars_month < now->dollars_month) sizes.push_back(&size);
    }
    sim::heap_sort(sizes, [](const auto* a, const auto* b) {
      return a->dollars_month != b->dollars_month ? a->dollars_month < b->dollars_month : a < b;
    });
    const Ids programs = programs_on(design_, machine.id);
    const std::string of = programs.empty() ? machine.id : programs.front();
    for (const model::MachineSize* size : sizes) {
      model::Scenario smaller = design_;
      change(smaller, machine.id, {"size", 0, std::string(size->name)});
      add(machine.id, "smaller " + likeness,
          "the machine of " + name_of(*part_of(design_, of)) + " as " + std::string(size->name),
          std::move(smaller));
    }
  }

  void smaller_cache(const model::PartSpec& part) {
    const model::Setting* entries = setting_of(part, "entries");
    if (part.kind != "cache" || entries == nullptr) return;
    constexpr double kFewest = 25'000;  // fewer cost as much
    for (double count = kFewest; count < entries->number; count *= 2) {
      model::Scenario smaller = design_;
      change(smaller, part.id, {"entries", count, ""});
      add(part.id, "smaller " + part.id,
          name_of(part) + " with " + std::to_string(static_cast<int>(count)) + " entries",
          std::move(smaller));
    }
  }

  void without_standby(const model::PartSpec& part) {
    const model::Setting* standby = setting_of(part, "standby");
    if (standby == nullptr || standby->number == 0) return;
    model::Scenario single = design_;
    change(single, part.id, {"standby", 0, ""});
    add(part.id, "single " + part.id, name_of(part) + " without a stand-by", std::move(single));
  }

  static void change(model::Scenario& scenario, std::string_view id,
                     const model::Setting& setting) {
    for (model::PartSpec& part : scenario.parts) {
      if (part.id == id) model::put_setting(part, setting);
    }
  }

  const lesson::Problem& problem_;
  const lesson::Level& level_;
  model::Scenario design_;
  Alike alike_;
  std::vector<Simpler> made_;
};

}  // namespace

std::vector<Simpler> simpler_designs(const lesson::Problem& problem, const lesson::Level& level,
                                     const model::Scenario& design) {
  return Making(problem, level, design).take();
}

std::vector<std::vector<std::string>> mortals(const lesson::Level& level,
                                              const model::Scenario& scenario) {
  constexpr std::string_view kByThemselves[] = {"load_balancer", "cache", "cdn", "session_store",
                                                "job_queue"};
  const Alike alike(scenario);
  std::vector<Ids> groups;
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const model::PartSpec& part = scenario.parts[i];
    const bool dies = part.kind == "machine" ||
                      std::find(std::begin(kByThemselves), std::end(kByThemselves), part.kind) !=
                          std::end(kByThemselves);
    if (!dies || part_of(level.world, part.id) != nullptr || !alike.is_first(i)) continue;
    Ids& group = groups.emplace_back();
    for (std::size_t k = i; k < scenario.parts.size(); ++k) {
      if (alike.of(k) == alike.of(i)) group.push_back(scenario.parts[k].id);
    }
  }
  return groups;
}

}  // namespace tenfold::design
