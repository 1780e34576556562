// A whole draft as text that fits into an address, and back. Kinds, parameters and choices are
// named in it, by hash, so that a link still reads when the catalogue has grown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "design/draft.h"

namespace tenfold::design {

// A draft, or the one sentence that says where and why it cannot be read.
struct ReadDraft {
  Draft draft = {};
  std::string fault = {};
  bool is_read() const { return fault.empty(); }
};

inline constexpr std::size_t kLongestLink = 100'000;  // characters that are looked at

// Letters, digits, - and _ only. Equal drafts give equal text.
std::string link_of(const Draft& draft);
// Never fails otherwise than with its sentence, whatever the text is.
ReadDraft read_link(std::string_view text);

}  // namespace tenfold::design
