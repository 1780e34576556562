// How work on a machine waits for its processors and disk, and how its memory is shared out.
#include "model/machine.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/engine.h"

namespace tenfold::model {
namespace {

constexpr double kGb = 1e9;

// Prices are what AWS lists for us-east-1 on demand, by 730 hours and rounded; those of 2026 were
// looked up in calculators that quote it.
constexpr std::array<MachineSize, 9> kSizes = {{
    {"general-2", 2, 4, 1000, 30,
     "AWS t3.medium, $0.0416 an hour, 2026, which may use 20 % of its CPUs all day (here: all); "
     "network disk estimated",
     Evidence::vendor},
    {"general-4", 4, 16, 1000, 140, "AWS m6i.xlarge, $0.192 an hour, 2025; network disk estimated",
     Evidence::vendor},
    {"general-8", 8, 32, 1000, 280, "AWS m6i.2xlarge, $0.384 an hour, 2025; network disk estimated",
     Evidence::vendor},
    {"general-16", 16, 64, 1000, 560,
     "AWS m6i.4xlarge, $0.768 an hour, 2025; network disk estimated", Evidence::vendor},
    {"general-64", 64, 256, 1000, 2240,
     "AWS m6i.16xlarge, $3.072 an hour, 2025; network disk estimated", Evidence::vendor},
    {"compute-4", 4, 8, 1000, 125, "AWS c6i.xlarge, $0.17 an hour, 2026; network disk estimated",
     Evidence::vendor},
    {"storage-2", 2, 16, 100, 125, "of the size of AWS i4i.large, 2025, with a local NVMe disk",
     Evidence::estimate},
    {"storage-4", 4, 32, 100, 250, "of the size of AWS i4i.xlarge, 2025, with a local NVMe disk",
     Evidence::estimate},
    {"storage-8", 8, 64, 100, 500, "of the size of AWS i4i.2xlarge, 2025, with a local NVMe disk",
     Evidence::estimate},
}};

constexpr auto kSizeNames = [] {
  std::array<std::string_view, kSizes.size()> names;
  for (std::size_t i = 0; i < kSizes.size(); ++i) names[i] = kSizes[i].name;
  return names;
}();

constexpr std::array kParameters = {
    ParameterInfo{.name = "size",
                  .unit = "",
                  .initial = 0,
                  .source = "price lists of AWS, us-east-1, 2025 and 2026, rounded",
                  .evidence = Evidence::vendor,
                  .choices = kSizeNames,
                  .live = true},
    ParameterInfo{.name = "os_gb",
                  .unit = "GB",
                  .initial = 0.5,
                  .low = 0,
                  .high = 16,
                  .source = "a plain Linux server"},
    ParameterInfo{.name = "resize_s",
                  .unit = "s",
                  .initial = 60,
                  .low = 0,
                  .high = 3600,
                  .source = "stopping, moving and booting a rented machine takes a minute or more",
                  .live = true},
    kSlowness,
};

constexpr std::array<std::string_view, 2> kMatters = {"size", "slowness"};

void check_machine(const Scenario& scenario, std::size_t index, std::vector<Fault>& faults) {
  const PartSpec& part = scenario.parts[index];
  const Settings settings(kMachine.info, part);
  const MachineSize* size = find_machine_size(settings.text("size"));
  if (size == nullptr) return;  // noted as a value that is none of the choices
  double needed_gb = settings.number("os_gb");
  for (const PartSpec& other : scenario.parts) {
    const KindInfo* kind = find_kind(other.kind);
    if (kind == nullptr || find_parameter(*kind, "base_memory_gb") == nullptr) continue;
    const Settings others(*kind, other);
    if (others.text("machine") == part.id) needed_gb += others.number("base_memory_gb");
  }
  if (needed_gb < size->memory_gb) return;
  faults.push_back({"parts[" + std::to_string(index) + "].size",
                    "has too little memory for the parts that run on it"});
}

}  // namespace

std::span<const MachineSize> machine_sizes() { return kSizes; }

const MachineSize* find_machine_size(std::string_view name) {
  const auto found = std::find_if(kSizes.begin(), kSizes.end(),
                                  [name](const MachineSize& size) { return size.name == name; });
  return found == kSizes.end() ? nullptr : &*found;
}

void Machine::configure(const Settings& settings) {
  const MachineSize* size = find_machine_size(settings.text("size"));
  resize_ns_ = settings.seconds("resize_s");
  slowness_ = settings.number("slowness");
  if (size_ == nullptr) hold_always(static_cast<std::int64_t>(settings.number("os_gb") * kGb));
  if (size == size_) return;
  const bool is_running = size_ != nullptr;
  size_ = size;
  if (!is_running) {
    fit();
    return;
  }
  restarting_ = true;
  up_again_ns_ = engine_->now() + resize_ns_;
  engine_->crash(everyone());
  fit();
  engine_->set_timer(index(), 0, up_again_ns_);
}

void Machine::ring(std::uint32_t) {
  // A second resize during the first has put this off.
  if (engine_->now() != up_again_ns_) return;
  up_again_ns_ = sim::kNever;
  restarting_ = false;
}

void Machine::switch_off() {
  off_ = true;
  restarting_ = false;
  up_again_ns_ = sim::kNever;
  engine_->crash(everyone());
}

void Machine::switch_on(sim::Duration boot_ns) {
  off_ = false;
  restarting_ = true;
  up_again_ns_ = engine_->now() + boot_ns;
  engine_->set_timer(index(), 0, up_again_ns_);
}

void Machine::crash() {
  cpu_.station.clear(engine_->now());
  disk_.station.clear(engine_->now());
}

std::vector<PartIndex> Machine::everyone() const {
  std::vector<PartIndex> all = {index()};
  for (const Part* lodger : lodgers_) all.push_back(lodger->index());
  return all;
}

void Machine::fit() {
  cpu_.station.set_workers(static_cast<std::uint32_t>(size_->cpus));
  memory_bytes_ = static_cast<std::int64_t>(size_->memory_gb * kGb);
  share_spare();
}

bool Machine::hold(std::int64_t bytes) {
  if (spare_bytes() < bytes) return false;
  held_bytes_ += bytes;
  share_spare();
  return true;
}

void Machine::release(std::int64_t bytes) {
  held_bytes_ -= bytes;
  share_spare();
}

void Machine::share_spare() {
  for (Part* borrower : borrowers_) {
    borrower->use_spare_memory(spare_bytes() / static_cast<std::int64_t>(borrowers_.size()));
  }
}

void Machine::use(Resource& resource, CallId id) {
  if (resource.station.arrive(engine_->now(), id) == sim::Station::Entry::kStarts) {
    serve(resource, id);
    return;
  }
  Call& call = engine_->call(id);
  call.awaits = resource.awaits;
  call.ticket = resource.station.last_ticket();
  engine_->note(call, Doing::wait);
}

void Machine::serve(Resource& resource, CallId id) {
  const Call& call = engine_->call(id);
  engine_->note(call, resource.doing);
  engine_->await(id, resource.awaits, slowness_ == 1 ? call.work_ns : slowed(call.work_ns));
}

void Machine::rewire() {
  for (Part*& lodger : lodgers_) lodger = &engine_->part(lodger->index());
  for (Part*& borrower : borrowers_) borrower = &engine_->part(borrower->index());
}

void Machine::finish(Awaits what) {
  Resource& freed = resource(what);
  const CallId next = freed.station.finish(engine_->now());
  if (next != sim::Station::kNobody) serve(freed, next);
}

void Machine::drop(CallId id) {
  const Call& call = engine_->call(id);
  if (call.awaits != Awaits::cpu && call.awaits != Awaits::disk) return;
  if (call.due_ns != sim::kNever) {
    finish(call.awaits);
  } else {
    resource(call.awaits).station.withdraw(engine_->now(), call.ticket);
  }
}

Reading Machine::reading() const {
  const sim::Station::Totals cpu = cpu_.station.totals(engine_->now());
  Reading reading;
  reading.arrivals = cpu.arrivals;
  reading.busy_ns = cpu.busy_ns;
  reading.inside_ns = cpu.busy_ns + cpu.waiting_ns;
  reading.disk_busy_ns = disk_.station.totals(engine_->now()).busy_ns;
  return reading;
}

void Machine::describe(PartState& state) const {
  state.in_service = static_cast<std::uint32_t>(cpu_.station.busy());
  state.waiting = static_cast<std::uint32_t>(cpu_.station.waiting() + disk_.station.waiting());
  state.capacity = cpu_.station.workers();
  state.memory =
      static_cast<double>(fixed_bytes_ + held_bytes_) / static_cast<double>(memory_bytes_);
}

constinit const PartKind kMachine = {
    .info = {.name = "machine",
             .title = "Machine",
             .does = "A rented computer: its processors, memory and disk are shared by all that "
                     "runs on it.",
             .matters = kMatters,
             .omits = "Processors serve pieces of work one after the other instead of in slices, "
                      "and there is no swapping.",
             .parameters = kParameters,
             .takes_calls = false,
             .is_machine = true},
    .make = make_part<Machine>,
    .copy = copy_part<Machine>,
    .check = check_machine,
};

}  // namespace tenfold::model
