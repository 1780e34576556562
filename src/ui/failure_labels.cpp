// Below the line of those that wait, where no count of it stands.
#include "ui/failure_labels.h"

#include <algorithm>

#include "tutor/facts.h"
#include "ui/folded_diagram.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

std::uint64_t counted(const std::vector<model::Sample>& samples, model::Failure failure,
                      bool is_over) {
  if (samples.empty()) return 0;
  const auto reason = static_cast<std::size_t>(failure);
  if (!is_over) return samples.back().counts.by_reason[reason];
  std::uint64_t sum = 0;
  for (const model::Sample& sample : samples) sum += sample.counts.by_reason[reason];
  return sum;
}

// Where there is room below what stands at a place: in a tight chassis there is none, below it is.
float below(const DiagramPlaces& places, const Rect& card) {
  const float bottom = card.y + card.height;
  if (places.density == Density::full) return bottom;
  for (const MachinePlace& machine : places.machines) {
    const Rect& r = machine.rect;
    if (machine.is_foot || card.x < r.x || card.x > r.x + r.width) continue;
    if (card.y >= r.y && bottom <= r.y + r.height) return r.y + r.height;
  }
  return bottom;
}

}  // namespace

void FailureSites::add(std::span<const model::Hop> hops) {
  for (const model::Hop& hop : hops) {
    if (hop.failure == model::Failure::none) continue;
    const Site site{hop.from, hop.failure};
    if (std::find(sites_.begin(), sites_.end(), site) == sites_.end()) sites_.push_back(site);
  }
}

std::vector<FailureLabel> failure_labels(const FailureSites& sites,
                                         const std::vector<model::Sample>& samples, bool is_over) {
  std::vector<FailureLabel> labels;
  for (const FailureSites::Site& site : sites.sites()) {
    const std::uint64_t count = counted(samples, site.failure, is_over);
    if (count == 0) continue;
    const auto places = std::count_if(
        sites.sites().begin(), sites.sites().end(),
        [&site](const FailureSites::Site& one) { return one.failure == site.failure; });
    const std::string reason(model::failure_name(site.failure));
    FailureLabel label;
    label.part = site.part;
    if (places == 1) {
      const std::string number = tutor::show_count(static_cast<double>(count));
      label.brief = "×" + number;
      label.words = reason + " " + label.brief;
      label.told = "Failed here: " + reason + ", " + number +
                   (is_over ? " in the whole run" : " in the last second");
    } else {
      label.words = reason;
      label.brief = "×";
      label.told = "Failed here: " + reason;
    }
    labels.push_back(std::move(label));
  }
  return labels;
}

void draw_failure_labels(Screen& screen, std::span<const FailureLabel> labels,
                         const DiagramPlaces& places, std::string_view key) {
  constexpr float kHeight = 18;
  constexpr float kPx = 11;
  constexpr float kCross = 14;  // the sign before the words
  const Palette& c = screen.colors;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const FailureLabel& label = labels[i];
    const CardPlace* card = find_card(places, label.part);
    if (card == nullptr) continue;
    const auto above =
        std::count_if(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(i),
                      [&label](const FailureLabel& one) { return one.part == label.part; });
    const std::string& words = places.density == Density::brief ? label.brief : label.words;
    const Rect whole = with_tray(*card);
    const float width = kCross + text_width(screen, words, kPx, true) + 14;
    const float middle = card->tray.width > 0 ? card->tray.x + card->tray.width / 2
                                              : card->rect.x + card->rect.width / 2;
    Rect pill{std::max(middle - width / 2, 4.0f),
              below(places, whole) + 3 + static_cast<float>(above) * (kHeight + 2), width, kHeight};
    const ZoneRow* row = row_of(places, label.part);
    bool is_told = false;
    if (row != nullptr) {
      // On its row's edge, once for all parts there.
      const Rect& edge = row->rect;
      pill.x = edge.x + edge.width - 12 - width;
      pill.y = edge.y - kHeight / 2;
      for (std::size_t other = 0; other < i; ++other) {
        if (row_of(places, labels[other].part) != row) continue;
        is_told = is_told || labels[other].words == words;
        pill.x -= text_width(screen, labels[other].words, kPx, true) + kCross + 20;
      }
    }
    if (!is_told) {
      fill_rect(screen, pill, c.card, kHeight / 2);
      stroke_rect(screen, pill, c.bad, 1.25f, kHeight / 2);
      draw_icon(screen, Icon::cross, pill.x + 5, pill.y + 3, 12, c.bad);
      draw_text(screen, pill.x + 6 + kCross, pill.y + (kHeight - kPx) / 2 - 1, words, kPx, c.bad,
                true);
    }
    Node item;
    item.id = node_id(std::string(key) + "/failed/" + std::to_string(i));
    item.role = Role::list_item;
    item.layer = screen.layer;
    item.name = label.told;
    item.font_px = kPx;
    item.rect = pill;
    screen.mirror.add(std::move(item));
  }
}

}  // namespace tenfold::ui
