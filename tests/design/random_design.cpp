// Either built up from nothing, tier by tier, or what chance leaves of the reference.
#include "tests/design/random_design.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "model/catalogue.h"

namespace tenfold::test {
namespace {

using model::PartSpec;
using model::Scenario;

class Chance {
 public:
  Chance(const lesson::Problem& problem, const lesson::Level& level, double dollars,
         sim::Random& random)
      : problem_(problem), level_(level), left_(dollars), random_(random) {}

  Scenario built() {
    design_ = lesson::in_world(level_, {});
    build_data();
    build_servers();
    build_jobs();
    build_front();
    set_all();
    return std::move(design_);
  }

  Scenario ruined() {
    design_ = level_.reference;
    for (double costs = cost(); costs > left_ && !design_.parts.empty(); costs = cost()) {
      ruin_one();
    }
    set_all();
    return std::move(design_);
  }

 private:
  bool offers(std::string_view kind) const {
    return std::find(problem_.palette.begin(), problem_.palette.end(), kind) !=
           problem_.palette.end();
  }
  bool may_have(std::string_view kind, double chance, double dollars) {
    if (!offers(kind) || dollars > left_ || !random_.chance(chance)) return false;
    left_ -= dollars;
    return true;
  }
  std::string add(std::string_view kind) {
    std::string id = std::string(1, static_cast<char>('a' + design_.parts.size() % 26)) +
                     std::to_string(design_.parts.size());
    design_.parts.push_back({.id = id, .kind = std::string(kind)});
    return id;
  }
  void link(const std::string& from, const std::string& to) {
    if (!random_.chance(0.97)) return;
    design_.links.push_back({from, to});
  }

  // A new machine of any size there is money for, or one that is there.
  std::string machine() {
    std::vector<const model::MachineSize*> sizes;
    for (const model::MachineSize& size : model::machine_sizes()) {
      if (size.dollars_month <= left_) sizes.push_back(&size);
    }
    if (!sizes.empty() && (machines_.empty() || random_.chance(0.8))) {
      const std::size_t any = random_.below(static_cast<std::uint32_t>(sizes.size()));
      const model::MachineSize& size = *(random_.chance(0.6) ? sizes.front() : sizes[any]);
      left_ -= size.dollars_month;
      machines_.push_back(add("machine"));
      design_.parts.back().settings = {{"size", 0, std::string(size.name)}};
    }
    if (machines_.empty()) return "";
    return machines_[random_.below(static_cast<std::uint32_t>(machines_.size()))];
  }
  std::string on_machine(std::string_view kind) {
    const std::string home = machine();
    std::string id = add(kind);
    design_.parts.back().settings = {{"machine", 0, home}};
    return id;
  }

  void build_data() {
    std::vector<std::string> databases;
    const std::uint32_t count = 1 + random_.below(3);
    for (std::uint32_t i = 0; i < count; ++i) databases.push_back(on_machine("database"));
    data_ = databases.front();
    for (const char* kind : {"replica_set", "shards"}) {
      if (count < 2 || data_ != databases.front() || !may_have(kind, 0.6, 0)) continue;
      data_ = add(kind);
      for (const std::string& one : databases) link(data_, one);
    }
    for (const auto& [kind, dollars] :
         {std::pair{"cache", 25.0}, {"bulkhead", 0.0}, {"circuit_breaker", 0.0}}) {
      if (!may_have(kind, 0.4, dollars)) continue;
      const std::string before = add(kind);
      link(before, data_);
      data_ = before;
    }
  }

  void build_servers() {
    const std::uint32_t count = 1 + random_.below(6);
    for (std::uint32_t i = 0; i < count; ++i) {
      servers_.push_back(on_machine("app_server"));
      link(servers_.back(), data_);
      for (const PartSpec& given : level_.world.parts) {
        if (given.kind == "app_server") link(servers_.back(), given.id);
      }
    }
    if (!may_have("session_store", 0.4, 50)) return;
    const std::string store = add("session_store");
    for (const std::string& server : servers_) link(server, store);
  }

  void build_jobs() {
    if (!may_have("job_queue", 0.6, 0)) return;
    const std::string queue = add("job_queue");
    for (const std::string& server : servers_) link(server, queue);
    const std::uint32_t count = 1 + random_.below(3);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::string worker = on_machine("app_server");
      link(queue, worker);
      link(worker, data_);
    }
  }

  void build_front() {
    std::string front;
    if (may_have("load_balancer", 0.7, 16)) {
      front = add("load_balancer");
      for (const std::string& server : servers_) link(front, server);
    }
    for (const char* kind : {"rate_limiter", "bulkhead"}) {
      if (!may_have(kind, 0.4, 0)) continue;
      const std::string before = add(kind);
      link(before, front.empty() ? servers_.front() : front);
      front = before;
    }
    const std::vector<PartSpec> world = level_.world.parts;
    for (const PartSpec& people : world) {
      if (!model::kind_info(people.kind).is_users) continue;
      if (front.empty()) {
        for (const std::string& server : servers_) link(people.id, server);
        continue;
      }
      std::string own = front;
      for (const auto& [kind, dollars] : {std::pair{"rate_limiter", 0.0}, {"cdn", 150.0}}) {
        if (!may_have(kind, 0.3, dollars)) continue;
        const std::string before = add(kind);
        link(before, own);
        own = before;
      }
      link(people.id, own);
    }
  }

  double cost() const {
    double sum = 0;
    for (const PartSpec& part : design_.parts) {
      if (part.kind == "load_balancer") sum += 16;
      if (part.kind == "cache") sum += 25;
      if (part.kind == "session_store") sum += 50;
      if (part.kind == "cdn") sum += 150;
      for (const model::Setting& setting : part.settings) {
        if (setting.name == "size") sum += model::find_machine_size(setting.text)->dollars_month;
      }
    }
    return sum;
  }

  // A machine shrinks, or a part goes; its links go with it.
  void ruin_one() {
    PartSpec& part = design_.parts[random_.below(static_cast<std::uint32_t>(design_.parts.size()))];
    if (part.kind == "machine" && random_.chance(0.7)) {
      model::put_setting(part, {"size", 0, "general-2"});
      if (random_.chance(0.5)) return;
      // All that runs on it moves elsewhere.
      std::string other;
      for (const PartSpec& one : design_.parts) {
        if (one.kind == "machine" && one.id != part.id) other = one.id;
      }
      if (other.empty()) return;
      const std::string id = part.id;
      for (PartSpec& one : design_.parts) {
        for (model::Setting& setting : one.settings) {
          if (setting.name == "machine" && setting.text == id) setting.text = other;
        }
      }
      std::erase_if(design_.parts, [&](const PartSpec& one) { return one.id == id; });
      return;
    }
    const model::KindInfo& kind = model::kind_info(part.kind);
    if (kind.is_users || kind.is_machine) return;
    const std::string id = part.id;
    const model::Edit edit{.kind = model::Edit::Kind::remove_part, .part = {.id = id}};
    model::apply_edits(design_, {edit});
    // A machine on which nothing runs is given back.
    std::erase_if(design_.parts, [this](const PartSpec& one) {
      return one.kind == "machine" &&
             std::none_of(design_.parts.begin(), design_.parts.end(), [&](const PartSpec& guest) {
               return std::any_of(guest.settings.begin(), guest.settings.end(),
                                  [&](const auto& setting) { return setting.text == one.id; });
             });
    });
  }

  // Near the default, or anywhere.
  void set_all() {
    const double how_many = random_.uniform() * 0.4;
    for (PartSpec& part : design_.parts) {
      const model::KindInfo& kind = model::kind_info(part.kind);
      if (kind.is_users || kind.is_machine) continue;
      for (const model::ParameterInfo& parameter : kind.parameters) {
        if (!random_.chance(how_many) || parameter.is_part) continue;
        model::Setting setting{std::string(parameter.name), 0, ""};
        if (!parameter.choices.empty()) {
          const auto count = static_cast<std::uint32_t>(parameter.choices.size());
          setting.text = parameter.choices[random_.below(count)];
        } else if (model::is_switch(parameter)) {
          setting.number = random_.below(2);
        } else {
          const double base = std::max(parameter.initial, 0.01);
          setting.number = base * std::pow(10, 4 * random_.uniform() - 2);
          setting.number = std::clamp(setting.number, parameter.low, parameter.high);
          if (model::counts_things(parameter)) setting.number = std::ceil(setting.number);
        }
        model::put_setting(part, setting);
      }
    }
  }

  const lesson::Problem& problem_;
  const lesson::Level& level_;
  double left_;
  sim::Random& random_;
  Scenario design_;
  std::vector<std::string> machines_;
  std::vector<std::string> servers_;
  std::string data_;
};

}  // namespace

model::Scenario random_design(const lesson::Problem& problem, const lesson::Level& level,
                              double dollars, sim::Random& random) {
  Chance chance(problem, level, dollars, random);
  return random.chance(0.5) ? chance.built() : chance.ruined();
}

}  // namespace tenfold::test
