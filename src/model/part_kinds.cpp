// The list of all kinds of parts. A new kind is registered by a line here.
#include <algorithm>
#include <array>
#include <cassert>

#include "model/part.h"

namespace tenfold::model {
namespace {

constexpr std::array kKinds = {
    &kClients,      &kDns,      &kMachine,     &kAppServer,      &kDatabase,
    &kLoadBalancer, &kCache,    &kCdn,         &kReplicaSet,     &kShards,
    &kSessionStore, &kJobQueue, &kRateLimiter, &kCircuitBreaker, &kBulkhead,
    &kAutoscaler};

}  // namespace

std::span<const KindInfo* const> part_kinds() {
  static constexpr auto kInfos = [] {
    std::array<const KindInfo*, kKinds.size()> infos{};
    for (std::size_t i = 0; i < infos.size(); ++i) infos[i] = &kKinds[i]->info;
    return infos;
  }();
  return kInfos;
}

const KindInfo* find_kind(std::string_view name) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [name](const PartKind* kind) { return kind->info.name == name; });
  return found == kKinds.end() ? nullptr : &(*found)->info;
}

const PartKind& part_kind(std::string_view name) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [name](const PartKind* kind) { return kind->info.name == name; });
  assert(found != kKinds.end());
  return **found;
}

const KindInfo& kind_info(std::string_view name) { return part_kind(name).info; }

const ParameterInfo* find_parameter(const KindInfo& kind, std::string_view name) {
  const auto found =
      std::find_if(kind.parameters.begin(), kind.parameters.end(),
                   [name](const ParameterInfo& parameter) { return parameter.name == name; });
  return found == kind.parameters.end() ? nullptr : &*found;
}

bool is_switch(const ParameterInfo& parameter) {
  return parameter.unit.empty() && !parameter.is_part && parameter.choices.empty() &&
         parameter.low == 0 && parameter.high == 1;
}

bool counts_things(const ParameterInfo& parameter) {
  constexpr std::array<std::string_view, 10> kMeasures = {"ms", "s", "GB",     "MB",         "kB",
                                                          "x",  "$", "Mbit/s", "requests/s", ""};
  return !is_switch(parameter) && !parameter.unit.starts_with("of ") &&
         std::find(kMeasures.begin(), kMeasures.end(), parameter.unit) == kMeasures.end();
}

}  // namespace tenfold::model
