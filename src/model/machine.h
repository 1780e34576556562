// A computer: processors, memory and one disk, for which all that runs on it competes.
#pragma once

#include <cstdint>
#include <vector>

#include "model/part.h"
#include "model/trace.h"
#include "sim/station.h"

namespace tenfold::model {

class Machine final : public Part {
 public:
  using Part::Part;

  void configure(const Settings& settings) override;
  void ring(std::uint32_t timer) override;
  void crash() override;
  Reading reading() const override;
  void describe(PartState& state) const override;
  double cost_month() const override { return off_ ? 0 : size_->dollars_month; }
  Machine* as_machine() override { return this; }
  std::size_t bytes() const override { return cpu_.station.bytes() + disk_.station.bytes(); }

  // A part that runs here from the start.
  void take_in(Part& part) { lodgers_.push_back(&part); }
  // Given back, and rented again: then it boots for so long. The bill is the caller's business.
  void switch_off();
  void switch_on(sim::Duration boot_ns);
  double processors() const { return size_->cpus; }
  // This machine and all that runs on it.
  std::vector<PartIndex> everyone() const;

  // Memory that a part needs to run at all; it is never given back.
  void hold_always(std::int64_t bytes) { fixed_bytes_ += bytes; }
  // Memory for a request. False when there is not enough; then nothing is held.
  bool hold(std::int64_t bytes);
  void release(std::int64_t bytes);
  // A part that keeps data in whatever memory is to spare is told how much that is.
  void lend_spare(Part& part) { borrowers_.push_back(&part); }
  void share_spare();

  // The call takes a processor, or the disk, for its work_ns, when its turn comes; then its part's
  // `resume` is called. Require that the call's part runs on this machine.
  void compute(CallId call) { use(cpu_, call); }
  void read_disk(CallId call) { use(disk_, call); }
  // The mean time of one random read.
  double disk_read_ns() const { return size_->disk_read_us * sim::kMicrosecond; }

  // A call that had a processor or the disk is through with it: the next one's turn.
  void finish(Awaits what);
  // A call that has or queues for one of them is no more.
  void drop(CallId call);

 private:
  void rewire() override;

  struct Resource {
    sim::Station station;
    Awaits awaits;
    Doing doing;
  };

  void use(Resource& resource, CallId call);
  void serve(Resource& resource, CallId call);
  Resource& resource(Awaits what) { return what == Awaits::cpu ? cpu_ : disk_; }
  sim::Duration slowed(sim::Duration work_ns) const {
    return sim::round_to_ns(static_cast<double>(work_ns) * slowness_);
  }
  void fit();
  std::int64_t spare_bytes() const { return memory_bytes_ - fixed_bytes_ - held_bytes_; }

  const MachineSize* size_ = nullptr;
  sim::Duration resize_ns_ = 0;
  double slowness_ = 1;
  std::int64_t memory_bytes_ = 0;
  std::int64_t fixed_bytes_ = 0;
  std::int64_t held_bytes_ = 0;
  sim::Time up_again_ns_ = sim::kNever;
  Resource cpu_{sim::Station(1), Awaits::cpu, Doing::cpu};
  Resource disk_{sim::Station(1), Awaits::disk, Doing::disk};
  std::vector<Part*> lodgers_;
  std::vector<Part*> borrowers_;
};

}  // namespace tenfold::model
