// What every part of a system can do: take calls, go on with them, hear answers, break and heal.
// To add a kind: a file with a class of this and its PartKind, and a line in part_kinds.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/call.h"
#include "model/catalogue.h"
#include "model/scenario.h"
#include "model/settings.h"
#include "model/system.h"

namespace tenfold::model {

class Engine;
class Machine;
class Part;

// Running counts since the start; the difference of two readings describes the time between.
struct Reading {
  std::uint64_t arrivals = 0;
  std::uint64_t refusals = 0;
  std::uint64_t left = 0;          // calls that are over
  std::uint64_t left_time_ns = 0;  // the sum of their times here
  std::uint64_t busy_ns = 0;       // worker-nanoseconds
  std::uint64_t inside_ns = 0;     // call-nanoseconds, waiting and in service
  std::uint64_t disk_busy_ns = 0;
  std::uint64_t reads = 0;
  std::uint64_t hits = 0;
};

class Part {
 public:
  Part(Engine& engine, PartIndex index) : engine_(engine), index_(index) {}
  virtual ~Part() = default;
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  // Reads the parameters: once before the start, and after every change of one.
  virtual void configure(const Settings& settings) = 0;
  // Everything is configured and linked; the run begins.
  virtual void start() {}

  // A call has reached this part. It ends with the engine's `answer`.
  virtual void arrive(CallId call);
  // What a call at this part awaited (processor, disk, pause) is over.
  virtual void resume(CallId call);
  // The answer to a call that `call`, which is at this part, has made.
  virtual void hear(CallId call, Failure failure);
  // A root's deadline has come.
  virtual void give_up(CallId call);
  // A timer that this part set.
  virtual void ring(std::uint32_t timer);

  // This part stops: everything in it is forgotten. The engine fails its calls.
  virtual void crash() {}
  virtual bool can_die() const { return true; }
  // Why calls to it fail while it is down.
  virtual Failure failure_when_down() const { return Failure::server_down; }

  virtual Reading reading() const { return {}; }
  // Fills in what is known now: in service, waiting, capacity, memory.
  virtual void describe(PartState& state) const;
  virtual double cost_month() const { return 0; }
  virtual Machine* as_machine() { return nullptr; }
  // Its machine has so much memory to spare now: for parts that use it as a buffer.
  virtual void use_spare_memory(std::int64_t) {}

  PartIndex index() const { return index_; }
  Machine* machine() const { return machine_; }

  // Killed by someone, or its machine does not run.
  bool is_up() const;
  // Down, but on its way up by itself, or its machine is.
  bool is_restarting() const;
  void set_killed(bool killed) { killed_ = killed; }

 protected:
  // For a kind with a parameter "machine": moves in there, once and for all.
  void lodge(const Settings& settings);

  // Bookkeeping of a call that ends here.
  void count_leaving(const Call& call);

  Engine& engine_;
  bool restarting_ = false;  // on its way up by itself
  std::uint64_t left_ = 0;
  std::uint64_t left_time_ns_ = 0;

 private:
  PartIndex index_;
  bool killed_ = false;
  Machine* machine_ = nullptr;
};

// A kind of part: what can be said about it, and how one is made.
struct PartKind {
  KindInfo info;
  std::unique_ptr<Part> (*make)(Engine& engine, PartIndex index);
  // Faults that only this kind can have, beyond values out of range and dead references.
  void (*check)(const Scenario& scenario, std::size_t part, std::vector<Fault>& faults) = nullptr;
};

extern const PartKind kClients;
extern const PartKind kDns;
extern const PartKind kMachine;
extern const PartKind kAppServer;
extern const PartKind kDatabase;

// Notes a fault unless the part has from `fewest` to `most` links to parts of a kind.
void check_links(const Scenario& scenario, std::size_t part, const PartKind& to, int fewest,
                 int most, std::vector<Fault>& faults);

// Requires that the kind exists.
const PartKind& part_kind(std::string_view name);

}  // namespace tenfold::model
