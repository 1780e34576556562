// Data cut into pieces by key, a database for each: every piece takes its own writes. Which one has
// a key follows from the key alone, by its remainder or by its place on a ring.
#include "model/shards.h"

#include <algorithm>
#include <array>

#include "model/counting_part.h"
#include "model/engine.h"
#include "sim/heap_sort.h"
#include "sim/key_table.h"

namespace tenfold::model {

HashRing::HashRing(std::uint32_t nodes, std::uint32_t points_each, sim::Stream stream) {
  for (std::uint32_t node = 0; node < nodes; ++node) {
    sim::Random places = stream.draws_for(node);
    for (std::uint32_t point = 0; point < points_each; ++point) {
      points_.push_back({places.bits(), node});
    }
  }
  sim::heap_sort(points_, [](const Point& a, const Point& b) { return a.place < b.place; });
}

std::uint64_t HashRing::place_of(std::uint64_t key) { return sim::mix64(key ^ 0x6b65'7973U); }

std::uint32_t HashRing::node_of(std::uint64_t key) const {
  const std::uint64_t place = place_of(key);
  const auto next = std::lower_bound(
      points_.begin(), points_.end(), place,
      [](const Point& point, std::uint64_t wanted) { return point.place < wanted; });
  return next == points_.end() ? points_.front().node : next->node;
}

namespace {

constexpr std::array<std::string_view, 2> kWays = {"modulo", "ring"};
constexpr std::array<std::string_view, 2> kKeys = {"user", "thing"};

constexpr std::array kParameters = {
    ParameterInfo{.name = "placing", .unit = "", .initial = 0, .choices = kWays},
    ParameterInfo{.name = "points",
                  .unit = "points",
                  .initial = 100,
                  .low = 1,
                  .high = 10'000,
                  .source = "of the size of common defaults"},
    ParameterInfo{.name = "key", .unit = "", .initial = 0, .choices = kKeys},
    ParameterInfo{.name = "cross_share",
                  .unit = "of reads",
                  .initial = 0,
                  .low = 0,
                  .high = 1,
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "in_use",
                  .unit = "shards",
                  .initial = 0,
                  .low = 0,
                  .high = kAnyNumber,
                  .live = true},
};

constexpr std::array<std::string_view, 2> kMatters = {"in_use", "cross_share"};

class Shards final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    uses_ring_ = settings.text("placing") == kWays[1];
    by_thing_ = settings.text("key") == kKeys[1];
    points_ = settings.count("points");
    cross_share_ = settings.number("cross_share");
    wanted_ = settings.count("in_use");
    if (!links_.empty()) place_anew();
  }

  void start() override {
    links_ = engine_->links_from(index());
    place_anew();
    before_ = now_;
  }

  void arrive(CallId id) override {
    if (!admit(id)) return;
    Call& call = engine_->call(id);
    const bool crosses =
        cross_share_ > 0 && call.demand.wish == Wish::read && call.draws.chance(cross_share_);
    call.open = 1;
    if (crosses) {
      ask_all(id);
    } else if (const std::uint32_t key = key_of(call.demand); must_move(key)) {
      moved_[key] = true;
      call.stage = kFetches;
      Demand fetch = call.demand;
      fetch.wish = Wish::read;
      engine_->send(id, links_[node_of(before_, key)], fetch);
    } else {
      engine_->send(id, links_[node_of(now_, key)]);
    }
  }

  // The slowest shard's answer is the answer, and any failure is.
  void hear(CallId id, Failure failure) override {
    Call& call = engine_->call(id);
    --call.open;
    if (failure == Failure::none && call.open > 0) return;
    if (failure == Failure::none && call.stage != kAsks) {
      go_on_moving(id);
      return;
    }
    if (call.stage != kAsks) moved_.erase(key_of(call.demand));
    call.open = 0;
    engine_->disregard(id);
    finish(id, failure);
  }

  Failure failure_when_down() const override { return Failure::database_down; }

  void describe(PartState& state) const override {
    CountingPart::describe(state);
    state.moved = moves_;
  }

  std::size_t bytes() const override {
    return now_.ring.bytes() + before_.ring.bytes() + moved_.bytes();
  }

 private:
  // A call's marks: a key that has to move is fetched from its old shard and copied to its new one
  // before that is asked.
  static constexpr std::uint8_t kAsks = 0;
  static constexpr std::uint8_t kFetches = 1;
  static constexpr std::uint8_t kCopies = 2;

  // So many shards, and which of them has a key.
  struct Placing {
    std::uint32_t nodes = 1;
    HashRing ring{1, 1, sim::Stream(0)};
  };

  void place_anew() {
    const auto all = static_cast<std::uint32_t>(links_.size());
    const std::uint32_t nodes = wanted_ == 0 ? all : std::min(wanted_, all);
    if (nodes == now_.nodes) return;
    before_ = now_;
    now_ = {nodes, HashRing(nodes, points_, engine_->stream(index()).child(0))};
    moved_.clear();
  }

  bool must_move(std::uint32_t key) const {
    return before_.nodes != now_.nodes && node_of(before_, key) != node_of(now_, key) &&
           moved_.find(key) == nullptr;
  }

  void go_on_moving(CallId id) {
    Call& call = engine_->call(id);
    call.open = 1;
    Demand demand = call.demand;
    if (call.stage == kFetches) {
      demand.wish = Wish::copy;
      demand.version = call.version;
      call.stage = kCopies;
    } else {
      ++moves_;
      call.stage = kAsks;
    }
    engine_->send(id, links_[node_of(now_, key_of(demand))], demand);
  }

  void ask_all(CallId id) {
    engine_->call(id).open = static_cast<std::uint16_t>(now_.nodes);
    const sim::Handle self = engine_->handle(id);
    for (std::uint32_t node = 0; node < now_.nodes; ++node) {
      // The answer of a shard that is down may have ended the call already.
      if (!engine_->is_current(self) || engine_->call(id).open == 0) return;
      engine_->send(id, links_[node]);
    }
  }

  std::uint32_t key_of(const Demand& demand) const {
    return by_thing_ ? demand.thing : demand.user;
  }
  std::uint32_t node_of(const Placing& placing, std::uint32_t key) const {
    return uses_ring_ ? placing.ring.node_of(key) : key % placing.nodes;
  }

  bool uses_ring_ = false;
  bool by_thing_ = false;
  std::uint32_t points_ = 1;
  double cross_share_ = 0;
  std::vector<LinkIndex> links_;
  std::uint32_t wanted_ = 0;
  Placing now_;
  Placing before_;
  sim::KeyTable<bool> moved_;  // keys that have moved, or are moving, from where they were before
  std::uint64_t moves_ = 0;
};

constexpr Need kNeeds[] = {{Role::data, 1}};

}  // namespace

constinit const PartKind kShards = {
    .info = {.name = "shards",
             .title = "Shards",
             .does = "Splits the data over several databases by a key, so that each holds and "
                     "answers a part of it.",
             .matters = kMatters,
             .omits =
                 "Transactions over several shards, moving keys that nobody asks for, and a second "
                 "change before the first is through.",
             .parameters = kParameters,
             .zone = Zone::data},
    .role = Role::passes,
    .needs = kNeeds,
    .make = make_part<Shards>,
    .copy = copy_part<Shards>,
};

}  // namespace tenfold::model
