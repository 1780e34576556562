// What every part of a system can do: take calls, go on with them, hear answers, break and heal.
// To add a kind: a file with a class of this (CountingPart and StationPart keep count for it) and
// its PartKind, and a line in part_kinds.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "model/call.h"
#include "model/catalogue.h"
#include "model/scenario.h"
#include "model/settings.h"
#include "model/system.h"
#include "model/truth.h"

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
  std::uint64_t stale = 0;
  std::uint64_t own_stale = 0;
  std::uint64_t copies = 0;  // writes that came as copies
  std::uint64_t lag_ns = 0;  // the sum of their ages as they came
};

// Counts answers that are older than the newest write, and those among them that miss the asking
// user's own last write.
struct Staleness {
  std::uint64_t stale = 0;
  std::uint64_t own_stale = 0;

  void note(const Truth& truth, const Demand& demand, std::uint32_t version) {
    if (version >= truth.version(demand.thing)) return;
    ++stale;
    if (truth.wrote_last(demand.user, demand.thing)) ++own_stale;
  }
  void put_in(Reading& reading) const {
    reading.stale = stale;
    reading.own_stale = own_stale;
  }
};

class Part {
 public:
  Part(Engine& engine, PartIndex index) : engine_(&engine), index_(index) {}
  virtual ~Part() = default;
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

  // Someone kills it, or heals it. A part with a stand-in may live on.
  virtual void die() { killed_ = true; }
  virtual void heal() { killed_ = false; }
  // This part stops: everything in it is forgotten. The engine fails its calls.
  virtual void crash() {}
  // Why calls to it fail while it is down.
  virtual Failure failure_when_down() const { return Failure::server_down; }

  virtual Reading reading() const { return {}; }
  // Fills in what is known now: in service, waiting, capacity, memory.
  virtual void describe(PartState& state) const;
  virtual double cost_month() const { return 0; }
  // What its users would ask for in a month of average days.
  virtual double requests_month() const { return 0; }
  virtual Machine* as_machine() { return nullptr; }
  // Its machine has so much memory to spare now: for parts that use it as a buffer.
  virtual void use_spare_memory(std::int64_t) {}

  // Memory of its queues and tables: what a copy of it takes beyond itself.
  virtual std::size_t bytes() const { return 0; }

  // Whether a call at this part is one of those that its `inside_ns` counts: mostly those that
  // others make, not its own tasks.
  virtual bool is_inside(const Call& call) const { return call.link != kNoLink; }
  // Bookkeeping of a call that ends here, or is lost when the part stops.
  void count_leaving(const Call& call);

  PartIndex index() const { return index_; }
  Machine* machine() const { return machine_; }

  // Killed by someone, or its machine does not run.
  bool is_up() const;
  // Down, but on its way up by itself, or its machine is.
  bool is_restarting() const;

  // It finishes what it has, and tells health checks that it wants no more.
  void set_leaving(bool leaving) { leaving_ = leaving; }
  bool takes_more() const { return is_up() && !leaving_; }

  // This part is a copy, and its place is another engine, which has copies of all the others.
  void move_to(Engine& engine);

 protected:
  Part(const Part&) = default;  // for snapshots; `move_to` follows
  // After a copy: pointers to other parts must point to those of the new engine.
  virtual void rewire() {}

  // For a kind with a parameter "machine": moves in there, once and for all.
  void lodge(const Settings& settings);

  Engine* engine_;
  bool restarting_ = false;  // on its way up by itself
  bool off_ = false;         // neither runs nor costs anything
  std::uint64_t left_ = 0;
  std::uint64_t left_time_ns_ = 0;

 private:
  PartIndex index_;
  bool killed_ = false;
  bool leaving_ = false;
  Machine* machine_ = nullptr;
};

// What others may want of a part; links are looked up by it.
enum class Role : std::uint8_t {
  none,
  names,     // turns names into addresses
  site,      // answers users' requests
  data,      // answers queries
  sessions,  // remembers who is signed in
  queue,     // takes jobs for later
  passes,    // passes calls on: it has the role of the first part it leads to
};

// For the parameters of every kind that takes time.
inline constexpr ParameterInfo kSlowness = {
    .name = "slowness", .unit = "x", .initial = 1, .low = 0.1, .high = 1000, .live = true};

// How many parts of a role a part of some kind asks. Role::passes: of whatever role it passes calls
// on for.
inline constexpr int kAnyNumber = 100;
struct Need {
  Role role = Role::none;
  int fewest = 0;
  int most = kAnyNumber;
};

// A kind of part: what can be said about it, and how one is made.
struct PartKind {
  KindInfo info;
  Role role = Role::none;
  std::span<const Need> needs = {};  // links to parts of other roles carry nothing
  std::unique_ptr<Part> (*make)(Engine& engine, PartIndex index);
  std::unique_ptr<Part> (*copy)(const Part& part);
  // Faults that only this kind can have, beyond values out of range and dead references.
  void (*check)(const Scenario& scenario, std::size_t part, std::vector<Fault>& faults) = nullptr;
  // How often one call here asks a part of that role at the most, when every answer is a failure;
  // nullptr: once.
  double (*asks)(const Settings& settings, Role role) = nullptr;
};

// For the two of a class of parts.
template <typename Kind>
std::unique_ptr<Part> make_part(Engine& engine, PartIndex index) {
  return std::make_unique<Kind>(engine, index);
}
template <typename Kind>
std::unique_ptr<Part> copy_part(const Part& part) {
  return std::make_unique<Kind>(static_cast<const Kind&>(part));
}

extern const PartKind kClients;
extern const PartKind kDns;
extern const PartKind kMachine;
extern const PartKind kAppServer;
extern const PartKind kDatabase;
extern const PartKind kLoadBalancer;
extern const PartKind kCache;
extern const PartKind kCdn;
extern const PartKind kReplicaSet;
extern const PartKind kShards;
extern const PartKind kSessionStore;
extern const PartKind kJobQueue;
extern const PartKind kAutoscaler;
extern const PartKind kRateLimiter;
extern const PartKind kCircuitBreaker;
extern const PartKind kBulkhead;

// The role that a part of the scenario has for those linked to it. REQUIRES: links make no
// circle.
Role role_of(const Scenario& scenario, std::size_t part);

// The end of the sentence "a part that …".
std::string_view does(Role role);
// A need of a part that its links do not meet; a need of Role::passes has the role of what it leads
// to, which is Role::none when it leads nowhere.
struct Unmet {
  Need need;
  int has = 0;
};
std::vector<Unmet> unmet_needs(const Scenario& scenario, std::size_t part);
// Of what check() finds, what the kinds ask of parts and their links. REQUIRES:
// check_form(scenario) is empty.
std::vector<Fault> check_kinds(const Scenario& scenario);

// REQUIRES: the kind exists.
const PartKind& part_kind(std::string_view name);

}  // namespace tenfold::model
