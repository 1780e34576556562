// How a link's bytes are arranged: the version, how many follow, the draft, their checksum. The
// draft: names and times; the kinds that are in it, each with the parameters that it is told
// anything about, by hash; parts, links, changes and goals, which speak of one another by place.
#pragma once

#include <cstddef>

namespace tenfold::design {

inline constexpr unsigned kLinkVersion = 1;
inline constexpr std::size_t kChecksumBytes = 4;

}  // namespace tenfold::design
