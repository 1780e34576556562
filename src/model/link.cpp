// What can be said about a link.
#include "model/link.h"

#include <array>

#include "model/catalogue.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "round_trip_ms",
                  .unit = "ms",
                  .initial = 0,
                  .low = 0,
                  .high = 10'000,
                  .live = true},
    ParameterInfo{
        .name = "mbps", .unit = "Mbit/s", .initial = 0, .low = 0, .high = 1'000'000, .live = true},
    ParameterInfo{.name = "dollars_per_gb", .unit = "$", .initial = 0, .low = 0, .high = 10},
};

constexpr KindInfo kLink = {
    .name = "link",
    .title = "Link",
    .omits =
        "Lost packets, the bytes of requests, and several answers that share it: they pass "
        "one after the other.",
    .parameters = kParameters};

}  // namespace

const KindInfo& link_kind() { return kLink; }

}  // namespace tenfold::model
