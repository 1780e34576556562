// The database: each query takes a connection, computes, and reads blocks of data. Blocks that were
// read lately are in memory; the others come from the disk. Its memory is what its machine has to
// spare, so a hungry neighbour makes it slow.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "model/engine.h"
#include "model/lru.h"
#include "model/machine.h"
#include "model/station_part.h"
#include "sim/distribution.h"
#include "sim/key_table.h"
#include "sim/zipf.h"

namespace tenfold::model {
namespace {

// Data is remembered and forgotten in blocks of this size: big enough that the books of 100 GB are
// small, small enough that a request's memory pushes out a few.
constexpr double kBlockMb = 8;

constexpr std::array kParameters = {
    ParameterInfo{.name = "machine", .unit = "", .is_part = true},
    ParameterInfo{.name = "connections",
                  .unit = "connections",
                  .initial = 100,
                  .low = 1,
                  .high = 10'000,
                  .source = "PostgreSQL's own default",
                  .evidence = Evidence::vendor,
                  .live = true},
    ParameterInfo{.name = "queue_limit",
                  .unit = "queries",
                  .initial = 1000,
                  .low = 0,
                  .high = 1'000'000,
                  .live = true},
    ParameterInfo{.name = "cpu_ms",
                  .words = "CPU time",
                  .unit = "ms",
                  .initial = 0.5,
                  .low = 0.001,
                  .high = 60'000,
                  .source = "4 processors answer 15,000 to 25,000 simple reads a second, and pages "
                            "ask more than simple reads",
                  .live = true},
    ParameterInfo{.name = "write_work",
                  .unit = "x",
                  .initial = 1,
                  .low = 1,
                  .high = 100,
                  .source =
                      "6 by kb.ekarisky.com: 4 processors do 15,000 to 25,000 reads a second, "
                      "2,500 to 4,000 with writes (a secondary page)",
                  .live = true,
                  .is_load = true},
    ParameterInfo{.name = "data_gb",
                  .unit = "GB",
                  .initial = 1,
                  .low = 0.01,
                  .high = 10'000,
                  .is_load = true},
    ParameterInfo{.name = "block_reads",
                  .unit = "reads",
                  .initial = 3,
                  .low = 0,
                  .high = 1000,
                  .source = "an index page or two, and a row",
                  .live = true},
    ParameterInfo{.name = "popularity",
                  .unit = "",
                  .initial = 0.9,
                  .low = 0,
                  .high = 2,
                  .source = "Breslau and others, 1999, and later traces",
                  .evidence = Evidence::measured},
    ParameterInfo{.name = "base_memory_gb", .unit = "GB", .initial = 0.25, .low = 0, .high = 1000},
    kSlowness,
};

constexpr std::array<std::string_view, 4> kMatters = {"connections", "queue_limit", "cpu_ms",
                                                      "block_reads"};

class Database final : public StationPart {
 public:
  using StationPart::StationPart;

  void configure(const Settings& settings) override {
    if (machine() == nullptr) {
      lodge(settings);
      machine()->hold_always(static_cast<std::int64_t>(settings.number("base_memory_gb") * 1e9));
      machine()->lend_spare(*this);
      const double blocks = std::ceil(settings.number("data_gb") * 1e3 / kBlockMb);
      popularity_ =
          engine_->popularity(static_cast<std::uint32_t>(blocks), settings.number("popularity"));
      memory_ = Lru(popularity_->size());
    }
    slowness_ = settings.number("slowness");
    const double cpu_ns = settings.number("cpu_ms") * slowness_ * sim::kMillisecond;
    cpu_ = sim::Distribution::exponential(cpu_ns);
    write_cpu_ = sim::Distribution::exponential(cpu_ns * settings.number("write_work"));
    block_reads_ = settings.count("block_reads");
    staff(settings.count("connections"), settings.count("queue_limit"));
  }

  // A run begins with what a database that has run for long would have in memory.
  void start() override {
    machine()->share_spare();
    for (std::uint32_t rank = std::min(memory_.capacity(), popularity_->size()); rank-- > 0;) {
      memory_.use(rank);
    }
  }

  // The query has computed, or a block has come from the disk.
  void resume(CallId id) override {
    Call& call = engine_->call(id);
    while (call.left > 0) {
      --call.left;
      ++reads_;
      if (memory_.use(popularity_->draw(call.draws))) {
        ++hits_;
        continue;
      }
      call.work_ns =
          sim::round_to_ns(machine()->disk_read_ns() * slowness_ * call.draws.exponential());
      machine()->read_disk(id);
      return;
    }
    count_leaving(call);
    settle(call);
    engine_->answer(id, Failure::none);
    const CallId next = queue_.finish(engine_->now());
    if (next != sim::Station::kNobody) begin(next);
  }

  void crash() override {
    queue_.clear(engine_->now());
    memory_.clear();
  }

  void use_spare_memory(std::int64_t bytes) override {
    const double blocks = static_cast<double>(std::max<std::int64_t>(bytes, 0)) / (kBlockMb * 1e6);
    memory_.set_capacity(static_cast<std::uint32_t>(blocks));
  }

  Failure failure_when_down() const override { return Failure::database_down; }

  Reading reading() const override {
    Reading reading = StationPart::reading();
    reading.reads = reads_;
    reading.hits = hits_;
    staleness_.put_in(reading);
    reading.copies = copies_;
    reading.lag_ns = lag_ns_;
    return reading;
  }

  std::size_t bytes() const override {
    return StationPart::bytes() + memory_.bytes() + versions_.bytes();
  }

 private:
  // Reads see, and writes make, a version of the thing that is asked about.
  void settle(Call& call) {
    const Demand& demand = call.demand;
    if (demand.thing == kNoThing) return;
    if (demand.wish == Wish::write) {
      call.version = engine_->truth().commit(demand.thing, demand.user);
      versions_[demand.thing] = call.version;
    } else if (demand.wish == Wish::copy) {
      // Copies may overtake one another; an older one changes nothing.
      std::uint32_t& known = versions_[demand.thing];
      known = std::max(known, demand.version);
      call.version = known;
      if (call.request == kNoRequest && engine_->is_current(call.root)) {
        ++copies_;
        const sim::Duration age_ns = engine_->now() - engine_->call(call.root.index).came_ns;
        lag_ns_ += static_cast<std::uint64_t>(age_ns);
      }
    } else {
      const std::uint32_t* known = versions_.find(demand.thing);
      call.version = known == nullptr ? 0 : *known;
      staleness_.note(engine_->truth(), demand, call.version);
    }
  }

  // A query has a connection.
  void begin(CallId id) override {
    Call& call = engine_->call(id);
    call.left = engine_->is_abandoned(call) ? 0 : block_reads_;
    const sim::Distribution& cpu = call.demand.wish == Wish::write ? write_cpu_ : cpu_;
    call.work_ns = engine_->is_abandoned(call) ? 0 : cpu.draw(call.draws);
    machine()->compute(id);
  }

  sim::Distribution cpu_;
  sim::Distribution write_cpu_;
  std::uint32_t block_reads_ = 0;
  double slowness_ = 1;
  std::optional<sim::Zipf> popularity_;
  Lru memory_;
  std::uint64_t reads_ = 0;
  std::uint64_t hits_ = 0;
  sim::KeyTable<std::uint32_t, std::uint32_t>
      versions_;  // of things, as far as it has heard of writes
  Staleness staleness_;
  std::uint64_t copies_ = 0;
  std::uint64_t lag_ns_ = 0;
};

}  // namespace

constinit const PartKind kDatabase = {
    .info = {.name = "database",
             .title = "Database",
             .does = "Keeps the data: each query takes a connection, processor time, and the disk "
                     "where memory does not do.",
             .matters = kMatters,
             .omits = "Locks and plans of queries; data is "
                      "remembered in blocks of 8 MB.",
             .parameters = kParameters,
             .has_hit_ratio = true,
             .zone = Zone::data},
    .role = Role::data,
    .make = make_part<Database>,
    .copy = copy_part<Database>,
};

}  // namespace tenfold::model
