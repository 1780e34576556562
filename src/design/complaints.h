// What is to be said of a draft, in words, without what mends it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "design/draft.h"
#include "model/part.h"

namespace tenfold::design {

struct Complaint {
  enum class About : std::uint8_t {
    nothing_there,  // no parts
    no_users,
    needs_more,   // links to parts of that role
    needs_fewer,  // the same
    value,        // of a parameter
    late_change,  // after the run's end
    unasked,      // a part
    useless,      // a link
    empty,        // a machine
    other,
  };
  About about = About::other;
  std::string target = {};  // as of DraftFault
  std::string what = {};
  model::Role role = model::Role::none;  // Role::none: any
  std::string parameter = {};
  std::size_t change = 0;  // into the draft's changes
  bool stops_run = true;

  bool operator==(const Complaint&) const = default;
};

// Those that stop a run first.
std::vector<Complaint> complaints(const Draft& draft);
// Only those that a link more or less can make or mend; nothing of times and values.
std::vector<Complaint> complaints_of_links(const Draft& draft);

// Requests may go by such a link: its one end asks parts that do what its other end does.
bool can_carry(const Draft& draft, const model::LinkSpec& link);
// The role that a part has, or will have for all that it can lead to; Role::none: whatever it is
// led to.
model::Role role_to_be(const Draft& draft, std::string_view part);
// "a part that answers queries"
std::string part_that(model::Role role);

}  // namespace tenfold::design
