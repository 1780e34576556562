// A hash a node tells what changed since the page was last told.
#include "app/mirror_bridge.h"

#include <bit>
#include <concepts>
#include <string_view>
#include <utility>

namespace tenfold::app {
namespace {

constexpr double kPauseMs = 250;

// FNV-1a.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0x100);  // so that "ab" + "c" is not "a" + "bc"
  }
  void add(float number) { mix(std::bit_cast<std::uint32_t>(number)); }
  void add(double number) { mix(std::bit_cast<std::uint64_t>(number)); }
  void add(std::integral auto number) { mix(static_cast<std::uint64_t>(number)); }
  std::uint64_t value() const { return value_; }

 private:
  void mix(std::uint64_t part) { value_ = (value_ ^ part) * 1099511628211u; }
  std::uint64_t value_ = 14695981039346656037u;
};

void add_rect(Hash& hash, const ui::Rect& rect) {
  for (const float length : {rect.x, rect.y, rect.width, rect.height}) hash.add(length);
}

std::uint64_t hash_of(const ui::Node& node) {
  Hash hash;
  for (const std::string& text : {std::cref(node.name), std::cref(node.value)}) hash.add(text);
  add_rect(hash, node.rect);
  hash.add(node.font_px);
  for (const int number : {static_cast<int>(node.bold), static_cast<int>(node.disabled),
                           static_cast<int>(node.checked), static_cast<int>(node.pressed),
                           static_cast<int>(node.expanded)}) {
    hash.add(number);
  }
  for (const double number : {node.now, node.low, node.high, node.step}) hash.add(number);
  hash.add(node.parent);
  hash.add(static_cast<int>(node.layer));
  hash.add(static_cast<int>(node.role));
  hash.add(node.level);
  return hash.value();
}

}  // namespace

double MirrorBridge::hand_over(const std::vector<ui::Node>& nodes, const page::Extent& extent,
                               bool running, double now_ms) {
  Hash shape;
  Hash content;
  std::vector<std::uint64_t> hashes;
  hashes.reserve(nodes.size());
  for (const ui::Node& node : nodes) {
    shape.add(node.id);
    shape.add(node.parent);
    shape.add(static_cast<int>(node.role));
    add_rect(shape, node.rect);
    hashes.push_back(hash_of(node));
    content.add(hashes.back());
  }
  const bool reshaped = shape.value() != shape_ || extent != extent_;
  if (!reshaped && content.value() == content_) return 0;
  const double rested_ms = now_ms - sent_ms_;
  if (running && !reshaped && rested_ms < kPauseMs) return kPauseMs - rested_ms;

  sim::KeyTable<std::uint64_t> sent;
  page::begin_mirror();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::uint64_t* before = sent_.find(nodes[i].id);
    if (before != nullptr && *before == hashes[i]) {
      page::keep_node(nodes[i].id);
    } else {
      page::put_node(nodes[i]);
    }
    sent[nodes[i].id] = hashes[i];
  }
  page::end_mirror(extent);
  sent_ = std::move(sent);
  extent_ = extent;
  shape_ = shape.value();
  content_ = content.value();
  sent_ms_ = now_ms;
  return 0;
}

}  // namespace tenfold::app
