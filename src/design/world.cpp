// Locking: every part keeps what is its designer's to say, and is given the rest.
#include "design/world.h"

#include <algorithm>
#include <array>

#include "design/roles.h"
#include "lesson/words.h"
#include "model/catalogue.h"

namespace tenfold::design {
namespace {

constexpr std::array kDecidable = {
    Decidable{"machine", "size"},
    Decidable{"app_server", "machine"},
    Decidable{"app_server", "workers"},
    Decidable{"app_server", "queue_limit"},
    Decidable{"app_server", "call_order"},
    Decidable{"app_server", "call_timeout_ms"},
    Decidable{"app_server", "falls_back"},
    Decidable{"app_server", "call_tries"},
    Decidable{"database", "machine"},
    Decidable{"database", "connections"},
    Decidable{"database", "queue_limit"},
    Decidable{"load_balancer", "policy"},
    Decidable{"load_balancer", "health_interval_s", 1},
    Decidable{"load_balancer", "health_threshold", 2},
    Decidable{"load_balancer", "standby"},
    Decidable{"cache", "entries"},
    Decidable{"cache", "ttl_s"},
    Decidable{"cache", "coalesce"},
    Decidable{"cache", "refresh_ahead"},
    Decidable{"cache", "invalidate"},
    Decidable{"cdn", "ttl_s"},
    Decidable{"cdn", "coalesce"},
    Decidable{"cdn", "refresh_ahead"},
    Decidable{"replica_set", "read_primary"},
    Decidable{"replica_set", "failover_s", 0.8},
    Decidable{"shards", "placing"},
    Decidable{"shards", "points"},
    Decidable{"shards", "key"},
    Decidable{"job_queue", "room"},
    Decidable{"job_queue", "at_once"},
    Decidable{"job_queue", "redeliver_s"},
    Decidable{"job_queue", "tries"},
    Decidable{"rate_limiter", "rate_rps"},
    Decidable{"rate_limiter", "burst"},
    Decidable{"circuit_breaker", "window"},
    Decidable{"circuit_breaker", "failed_share"},
    Decidable{"circuit_breaker", "timeout_ms"},
    Decidable{"circuit_breaker", "open_s"},
    Decidable{"circuit_breaker", "trials"},
    Decidable{"bulkhead", "at_once"},
    Decidable{"bulkhead", "queue_limit"},
    Decidable{"autoscaler", "target"},
    Decidable{"autoscaler", "period_s"},
    Decidable{"autoscaler", "cooldown_s"},
    Decidable{"autoscaler", "drain_s"},
    Decidable{"autoscaler", "minimum"},
};

constexpr double kInside_ms = 0.5;
constexpr double kPeople_ms = 40;
// A cache's memory: entries of 10 kB, and no smaller one is for rent.
constexpr double kDollarsPerEntry = 0.001;
constexpr double kCheapestCache = 25;

class Locking {
 public:
  Locking(const lesson::Problem& problem, const lesson::Level& level, const model::Scenario& design)
      : problem_(problem), level_(level) {
    locked_.scenario = lesson::in_world(level, design);
  }

  Locked take() {
    workers_ = workers_of(made());
    queued_ = all_queue_jobs();
    for (model::PartSpec& part : made().parts) {
      if (!is_given(part.id)) set(part);
    }
    for (model::LinkSpec& link : made().links) set(link);
    cut_data();
    check();
    add_trouble();
    return std::move(locked_);
  }

 private:
  model::Scenario& made() { return locked_.scenario; }
  void lack(std::string_view part, std::string text) {
    const auto is_told = std::any_of(locked_.lacks.begin(), locked_.lacks.end(),
                                     [&](const Lack& one) { return one.text == text; });
    if (is_told) return;
    locked_.lacks.push_back({std::string(part), std::move(text)});
  }
  static std::string name_of(const model::PartSpec& part) {
    return part.label.empty() ? part.id : part.label;
  }

  bool is_given(std::string_view id) const { return part_of(level_.world, id) != nullptr; }
  bool is_worker(std::string_view id) const {
    return std::find(workers_.begin(), workers_.end(), id) != workers_.end();
  }

  // Only then is the slow work really done by somebody else.
  bool all_queue_jobs() {
    const std::vector<std::string> servers = servers_of(made(), "");
    return !servers.empty() && std::all_of(servers.begin(), servers.end(), [&](const auto& id) {
      return reaches(made(), id, "job_queue");
    });
  }

  void set(model::PartSpec& part) {
    if (std::find(problem_.palette.begin(), problem_.palette.end(), part.kind) ==
        problem_.palette.end()) {
      lack(part.id, name_of(part) + " is not on offer in this problem.");
    }
    const model::Setting* machine = setting_of(part, "machine");
    if (machine != nullptr && is_given(machine->text)) {
      lack(part.id, name_of(part) + " runs on a machine that is not yours: give it its own.");
    }
    std::erase_if(part.settings, [&](const model::Setting& setting) {
      const Decidable* decidable = find_decidable(part.kind, setting.name);
      if (decidable == nullptr) return true;
      if (setting.text.empty() && setting.number < decidable->at_least) {
        lack(part.id, name_of(part) + " cannot be that quick: " + setting.name + " is at least " +
                          lesson::number_word(decidable->at_least) + ".");
      }
      return false;
    });
    give(part, level_.given, part.kind);
    if (queued_) give(part, level_.given_queued, part.kind);
    if (is_worker(part.id)) give(part, level_.given, "worker");
    if (part.kind == "cache") {
      const model::Setting* entries = setting_of(part, "entries");
      const double count =
          entries == nullptr ? model::find_parameter(model::kind_info("cache"), "entries")->initial
                             : entries->number;
      model::put_setting(part,
                         {"dollars_month", std::max(count * kDollarsPerEntry, kCheapestCache), ""});
    }
  }

  static void give(model::PartSpec& part, const std::vector<lesson::Given>& givens,
                   std::string_view of) {
    for (const lesson::Given& given : givens) {
      if (given.of != of) continue;
      for (const model::Setting& setting : given.settings) model::put_setting(part, setting);
    }
  }

  const lesson::Reach* reach_of(std::string_view users) const {
    for (const lesson::Reach& reach : level_.reach) {
      if (reach.users == users) return &reach;
    }
    return nullptr;
  }

  void set(model::LinkSpec& link) {
    const auto take_values = [&link](const model::LinkSpec& values) {
      link.round_trip_ms = values.round_trip_ms;
      link.mbps = values.mbps;
      link.dollars_per_gb = values.dollars_per_gb;
    };
    const model::PartSpec* from = part_of(made(), link.from);
    const model::PartSpec* to = part_of(made(), link.to);
    if (model::kind_info(from->kind).is_users) {
      const lesson::Reach* reach = reach_of(from->id);
      if (reach == nullptr) {
        take_values({.from = {}, .to = {}, .round_trip_ms = kPeople_ms});
      } else {
        const bool is_near = to->kind == "cdn" && region_of(made(), to->id) == from->id;
        take_values(is_near ? reach->edge : reach->direct);
      }
      return;
    }
    const lesson::Reach* reach =
        from->kind == "cdn" ? reach_of(region_of(made(), from->id)) : nullptr;
    take_values(reach != nullptr
                    ? reach->origin
                    : model::LinkSpec{.from = {}, .to = {}, .round_trip_ms = kInside_ms});
  }

  // Each of several shards has its part of the data.
  void cut_data() {
    for (model::PartSpec& part : made().parts) {
      if (part.kind != "database" || is_given(part.id)) continue;
      const double shards = shares_with(part.id);
      const model::Setting* total = setting_of(part, "data_gb");
      if (shards < 2 || total == nullptr) continue;
      model::put_setting(part, {"data_gb", total->number / shards, ""});
    }
  }

  double shares_with(std::string_view database) {
    for (const model::PartSpec& part : made().parts) {
      if (part.kind != "shards") continue;
      double count = 0;
      bool is_one = false;
      for (const model::LinkSpec& link : made().links) {
        if (link.from != part.id) continue;
        ++count;
        is_one = is_one || link.to == database || reaches(made(), link.to, database);
      }
      if (is_one) return count;
    }
    return 1;
  }

  void check() {
    for (const lesson::Need& need : level_.needs) {
      const std::vector<std::string> servers =
          need.of == "worker" ? workers_ : servers_of(made(), need.of);
      for (const std::string& id : servers) {
        if (reaches(made(), id, need.what)) continue;
        const model::PartSpec* given = part_of(level_.world, need.what);
        const std::string what = given != nullptr ? name_of(*given)
                                 : need.what == "database"
                                     ? "data"
                                     : std::string(model::kind_info(need.what).title);
        lack(id, name_of(*part_of(made(), id)) + " reaches no " + what +
                     ", so it has nothing to answer with: connect them.");
      }
    }
    for (const model::Fault& fault : model::check(made())) {
      lack(part_at(fault.place), fault.place + ' ' + fault.reason + '.');
    }
  }

  // "parts[2].workers" → the third part's id
  std::string part_at(std::string_view place) {
    constexpr std::string_view kList = "parts[";
    if (!place.starts_with(kList)) return "";
    std::size_t index = 0;
    for (const char c : place.substr(kList.size())) {
      if (c < '0' || c > '9') break;
      index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index < made().parts.size() ? made().parts[index].id : "";
  }

  void add_trouble() {
    for (const lesson::Trouble& trouble : level_.trouble) {
      const std::string part = part_in_role(made(), trouble);
      if (part.empty() || part_of(made(), part) == nullptr) continue;
      model::TimedChange timed{.at_s = trouble.at_s, .change = trouble.change};
      timed.change.part = part;
      made().changes.push_back(std::move(timed));
    }
  }

  const lesson::Problem& problem_;
  const lesson::Level& level_;
  Locked locked_;
  std::vector<std::string> workers_;
  bool queued_ = false;
};

}  // namespace

const Decidable* find_decidable(std::string_view kind, std::string_view parameter) {
  const auto found = std::find_if(kDecidable.begin(), kDecidable.end(), [&](const auto& one) {
    return one.kind == kind && one.parameter == parameter;
  });
  return found == kDecidable.end() ? nullptr : &*found;
}

Locked lock(const lesson::Problem& problem, const lesson::Level& level,
            const model::Scenario& design) {
  return Locking(problem, level, design).take();
}

}  // namespace tenfold::design
