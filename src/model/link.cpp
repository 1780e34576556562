// What can be said about a link.
#include "model/link.h"

#include <array>

#include "model/catalogue.h"

namespace tenfold::model {
namespace {

constexpr std::array kParameters = {
    ParameterInfo{.name = "round_trip_ms",
                  .unit = "ms",
                  .says = "How long there and back takes.",
                  .initial = 0,
                  .low = 0,
                  .high = 10'000,
                  .live = true},
    ParameterInfo{.name = "mbps",
                  .unit = "Mbit/s",
                  .says = "How much can pass it in a second; 0: no limit.",
                  .initial = 0,
                  .low = 0,
                  .high = 1'000'000,
                  .live = true},
    ParameterInfo{.name = "dollars_per_gb",
                  .unit = "$",
                  .says = "What a gigabyte of answers over it costs.",
                  .initial = 0,
                  .low = 0,
                  .high = 10},
};

constexpr KindInfo kLink = {
    .name = "link",
    .title = "Link",
    .says = "A way for requests from one part to another.",
    .omits =
        "Lost packets, the bytes of requests, and several answers that share it: they pass "
        "one after the other.",
    .parameters = kParameters};

}  // namespace

const KindInfo& link_kind() { return kLink; }

}  // namespace tenfold::model
