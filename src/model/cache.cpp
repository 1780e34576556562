// Memory in front of something slow: answers that were given before are given again. Two kinds of
// part: a cache of queries beside the app, and a content delivery network's edge near the users.
// Hit ratio, staleness and stampedes come out of keys, room and times; none is set.
#include <algorithm>
#include <array>
#include <string>

#include "model/counting_part.h"
#include "model/engine.h"
#include "model/key_store.h"
#include "sim/key_table.h"

namespace tenfold::model {
namespace {

constexpr ParameterInfo kEntries = {.name = "entries",
                                    .unit = "entries",
                                    .initial = 100'000,
                                    .low = 0,
                                    .high = 10'000'000,
                                    .source = "1 GB of answers of 10 KB"};
constexpr ParameterInfo kTtl = {.name = "ttl_s",
                                .words = "TTL",
                                .unit = "s",
                                .initial = 60,
                                .low = 0,
                                .high = 31'536'000,
                                .live = true};
constexpr ParameterInfo kServe = {.name = "serve_ms",
                                  .unit = "ms",
                                  .initial = 0.05,
                                  .low = 0,
                                  .high = 1000,
                                  .source = "some 100 times quicker than a query from disk"};
constexpr ParameterInfo kCoalesce = {
    .name = "coalesce", .unit = "", .initial = 0, .low = 0, .high = 1, .live = true};
constexpr ParameterInfo kRefresh = {
    .name = "refresh_ahead", .unit = "of the TTL", .initial = 0, .low = 0, .high = 1, .live = true};
constexpr ParameterInfo kPurges = {
    .name = "purges", .unit = "purges", .initial = 0, .low = 0, .high = 1'000'000, .live = true};
constexpr ParameterInfo kDollars = {.name = "dollars_month",
                                    .unit = "$",
                                    .initial = 100,
                                    .low = 0,
                                    .high = 1'000'000,
                                    .source = "of the size of a machine with that memory, 2025"};

constexpr std::array kCacheParameters = {
    kEntries,
    kTtl,
    kServe,
    kCoalesce,
    kRefresh,
    kPurges,
    ParameterInfo{
        .name = "invalidate", .unit = "", .initial = 1, .low = 0, .high = 1, .live = true},
    kSlowness,
    kDollars,
};

constexpr std::array kCdnParameters = {kEntries, kTtl,    kServe,    kCoalesce,
                                       kRefresh, kPurges, kSlowness, kDollars};

constexpr std::array<std::string_view, 3> kCdnMatters = {"ttl_s", "coalesce", "purges"};
constexpr std::array<std::string_view, 3> kCacheMatters = {"ttl_s", "coalesce", "invalidate"};

// Which of the two a part is.
enum class Keeps : std::uint8_t { query_answers, page_files };

template <Keeps kKeeps>
class Cache final : public CountingPart {
 public:
  using CountingPart::CountingPart;

  void configure(const Settings& settings) override {
    store_.set_room(settings.count("entries"));
    ttl_ns_ = settings.number("ttl_s") > 0 ? settings.seconds("ttl_s") : sim::kNever;
    refresh_ns_ =
        ttl_ns_ == sim::kNever
            ? 0
            : sim::from_seconds(settings.number("ttl_s") * settings.number("refresh_ahead"));
    serve_ns_ = settings.slowed_ms("serve_ms");
    serve_lane_ = engine_->lane(serve_ns_);
    coalesces_ = settings.flag("coalesce");
    if constexpr (kKeeps == Keeps::query_answers) invalidates_ = settings.flag("invalidate");
    dollars_month_ = settings.number("dollars_month");
    const std::uint32_t purges = settings.count("purges");
    if (purges != purges_) store_.clear();
    purges_ = purges;
  }

  void start() override { source_link_ = engine_->links_from(index()).front(); }

  void arrive(CallId id) override {
    count_arrival();
    enter();
    if (serve_ns_ > 0 && is_up()) {
      engine_->note(engine_->call(id), Doing::serve);
      engine_->await(id, Awaits::pause, serve_lane_, serve_ns_);
    } else {
      resume(id);
    }
  }

  void resume(CallId id) override {
    Call& call = engine_->call(id);
    // Whoever finds a cache dead asks the source itself.
    if (!is_up() || !keeps(call)) {
      pass_on(id, kPassed);
      return;
    }
    ++reads_;
    const std::uint64_t key = key_of(call);
    const KeyStore::Entry* entry = store_.use(key, engine_->now());
    if (entry == nullptr) {
      miss(id, key);
      return;
    }
    ++hits_;
    call.version = entry->version;
    call.bytes = entry->bytes;
    staleness_.note(engine_->truth(), call.demand, call.version);
    const bool refreshes = entry->expires_ns - engine_->now() < refresh_ns_;
    const Demand demand = call.demand;
    finish(id, Failure::none);
    if (refreshes && fetching_.find(key) == nullptr) {
      const CallId task = engine_->open_task(index(), demand);
      fetching_[key] = {task, kNobody};
      pass_on(task, kRefreshes);
    }
  }

  void hear(CallId id, Failure failure) override {
    const Call& call = engine_->call(id);
    const std::uint8_t stage = call.stage;
    if (stage == kPassed) {
      if (failure == Failure::none && invalidates_ && call.demand.wish == Wish::write) {
        store_.forget_all_of(call.demand.thing);
      }
      finish(id, failure);
      return;
    }
    const std::uint64_t key = key_of(call);
    const std::uint32_t version = call.version;
    const std::uint32_t bytes = call.bytes;
    if (failure == Failure::none && is_up()) {
      store_.put(key, {.expires_ns = expiry(), .version = version, .bytes = bytes});
    }
    CallId waiting = kNobody;
    if (const Fetch* fetch = fetching_.find(key); fetch != nullptr && fetch->by == id) {
      waiting = fetch->last_waiting;
      fetching_.erase(key);
    }
    if (stage == kRefreshes) {
      engine_->close_task(id);
    } else {
      finish(id, failure);
    }
    while (waiting != kNobody) {
      const CallId next = engine_->call(waiting).left;
      engine_->call(waiting).version = version;
      engine_->call(waiting).bytes = bytes;
      finish(waiting, failure);
      waiting = next;
    }
  }

  void crash() override {
    store_.clear();
    fetching_.clear();
    CountingPart::crash();
  }

  Reading reading() const override {
    Reading reading = CountingPart::reading();
    reading.reads = reads_;
    reading.hits = hits_;
    staleness_.put_in(reading);
    return reading;
  }

  double cost_month() const override { return dollars_month_; }

  std::size_t bytes() const override { return store_.bytes() + fetching_.bytes(); }

 private:
  static constexpr CallId kNobody = ~CallId{0};

  // A call's mark: what its question to the source is for.
  static constexpr std::uint8_t kPassed = 0;
  static constexpr std::uint8_t kFills = 1;
  static constexpr std::uint8_t kRefreshes = 2;

  // A question to the source under way, and those who wait for its answer, newest first, each
  // holding the next in `left`.
  struct Fetch {
    CallId by = kNobody;
    CallId last_waiting = kNobody;
  };

  static bool keeps(const Call& call) {
    const bool wanted = kKeeps == Keeps::page_files ? call.demand.wish == Wish::page_file
                                                    : call.demand.wish == Wish::read;
    return wanted && call.demand.thing != kNoThing;
  }
  static std::uint64_t key_of(const Call& call) {
    return KeyStore::key_of(call.demand.thing, call.demand.question);
  }
  sim::Time expiry() const {
    return ttl_ns_ == sim::kNever ? sim::kNever : engine_->now() + ttl_ns_;
  }

  void miss(CallId id, std::uint64_t key) {
    if (coalesces_) {
      Fetch& fetch = fetching_[key];
      if (fetch.by != kNobody) {
        Call& call = engine_->call(id);
        call.left = fetch.last_waiting;
        fetch.last_waiting = id;
        engine_->note(call, Doing::wait);
        return;
      }
      fetch.by = id;
    }
    pass_on(id, kFills);
  }

  void pass_on(CallId id, std::uint8_t stage) {
    engine_->call(id).stage = stage;
    engine_->send(id, source_link_);
  }

  KeyStore store_;
  sim::Duration ttl_ns_ = 0;
  sim::Duration refresh_ns_ = 0;
  sim::Duration serve_ns_ = 0;
  sim::EventQueue::Lane serve_lane_ = 0;
  bool coalesces_ = false;
  bool invalidates_ = false;
  double dollars_month_ = 0;
  std::uint32_t purges_ = 0;
  LinkIndex source_link_ = kNoLink;
  sim::KeyTable<Fetch> fetching_;  // by key
  std::uint64_t reads_ = 0;
  std::uint64_t hits_ = 0;
  Staleness staleness_;
};

constexpr Need kCacheNeeds[] = {{Role::data, 1, 1}};
constexpr Need kCdnNeeds[] = {{Role::site, 1, 1}};

}  // namespace

constinit const PartKind kCache = {
    .info = {.name = "cache",
             .title = "Cache",
             .does = "Remembers answers of the database and gives them again, much quicker than "
                     "they were made.",
             .matters = kCacheMatters,
             .omits = "Sizes of answers, and the app's own way to the database after a miss: the "
                      "cache asks for it.",
             .parameters = kCacheParameters,
             .has_hit_ratio = true,
             .zone = Zone::data},
    .role = Role::passes,
    .needs = kCacheNeeds,
    .make = make_part<Cache<Keeps::query_answers>>,
    .copy = copy_part<Cache<Keeps::query_answers>>,
};

constinit const PartKind kCdn = {
    .info = {.name = "cdn",
             .title = "CDN edge",
             .does = "Keeps copies of files near the users, so that servers are asked for few.",
             .matters = kCdnMatters,
             .omits = "The edge's own limits, and edges that ask one another.",
             .parameters = kCdnParameters,
             .has_hit_ratio = true,
             .zone = Zone::edge},
    .role = Role::passes,
    .needs = kCdnNeeds,
    .make = make_part<Cache<Keeps::page_files>>,
    .copy = copy_part<Cache<Keeps::page_files>>,
};

}  // namespace tenfold::model
