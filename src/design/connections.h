// Which parts a part can be made to ask, and for the others why not. Found by trying: the link is
// put in, and what the checks then say is compared with what they said before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "design/complaints.h"
#include "design/draft.h"

namespace tenfold::design {

struct ConnectionTarget {
  std::string part;
  std::string why_not;  // a sentence; empty: it can be
  bool is_possible() const { return why_not.empty(); }
};
// Every part but itself, in the draft's order.
std::vector<ConnectionTarget> connection_targets(const Draft& draft, std::string_view from);

// What can be put into a link, "users>app": each kind that may be asked by its one end and may ask
// the other, without a new fault for any part that was there. In the catalogue's order.
std::vector<const model::KindInfo*> kinds_for_link(const Draft& draft, std::string_view link);

// Why a link from one part to another cannot be drawn at all: it is there, would end at a machine,
// or lead round. Empty: it can. REQUIRES: both are there.
std::string why_impossible(const Draft& draft, std::string_view from, std::string_view to);
// The same, and why it should not: it would make a fault, or carry nothing.
std::string why_not(const Draft& draft, const model::LinkSpec& link);
// For many links: `before` is complaints_of_links(draft).
std::string why_not(const Draft& draft, const model::LinkSpec& link,
                    const std::vector<Complaint>& before);

}  // namespace tenfold::design
