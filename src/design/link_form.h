// How a link's bytes are arranged: the version, how many follow, the draft, their checksum. The
// draft: names and times; the kinds that are in it, each with the parameters that it is told
// anything about, by hash; parts, links, changes and goals, which speak of one another by place.
#pragma once

#include <string>
#include <string_view>

namespace tenfold::design {

inline constexpr unsigned kLinkVersion = 1;

// The letters of a link of that body.
std::string framed(std::string_view body);

struct Unframed {
  std::string body = {};
  std::string fault = {};  // the end of the sentence "This link …"
};
Unframed unframed(std::string_view letters);

}  // namespace tenfold::design
