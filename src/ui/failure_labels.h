// Where requests failed, counted by reason: a label below the part, for the last second while a run
// goes on, and for all of it once it is over.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/system.h"
#include "ui/diagram_layout.h"
#include "ui/screen.h"

namespace tenfold::ui {

// Where failures of which reason were seen: the model counts them by reason alone.
class FailureSites {
 public:
  struct Site {
    std::uint16_t part = 0;
    model::Failure failure = model::Failure::none;
    bool operator==(const Site&) const = default;
  };

  void add(std::span<const model::Hop> hops);
  void clear() { sites_.clear(); }
  const std::vector<Site>& sites() const { return sites_; }

 private:
  std::vector<Site> sites_;
};

struct FailureLabel {
  int part = 0;
  std::string words;  // "queue full ×139"
  std::string brief;  // "×139", where there is little room
  std::string told;   // for the mirror
};

// `is_over`: count the whole run. A reason that was seen at several parts has no number: it is not
// known how many of it were whose.
std::vector<FailureLabel> failure_labels(const FailureSites& sites,
                                         const std::vector<model::Sample>& samples, bool is_over);

void draw_failure_labels(Screen& screen, std::span<const FailureLabel> labels,
                         const DiagramPlaces& places, std::string_view key);

}  // namespace tenfold::ui
