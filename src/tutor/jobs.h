// The jobs that are asked for and not yet made. They are made here, in slices of the time that the
// app allows, or handed over to whoever makes them elsewhere, such as the page's workers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tutor/job.h"

namespace tenfold::tutor {

// How long work out of sight may take now. The tutor reads no clock: the app tells.
struct Allowance {
  bool (*goes_on)(const void* context);  // asked again and again, each slice taking under 1 ms
  const void* context = nullptr;
};
inline constexpr Allowance kNoLimit{[](const void*) { return true; }};

struct AskedJob {
  Job job;
  std::uint32_t number = 0;                // of the one who makes it elsewhere; 0: nobody does
  std::unique_ptr<model::System> running;  // here, once begun
  std::optional<JobResult> result;
};

// Whoever keeps the ticket gets the result; a job whose ticket nobody keeps is not made.
using Ticket = std::shared_ptr<const AskedJob>;

class Jobs {
 public:
  enum class Turn : std::uint8_t { first, last };  // first: somebody waits for it
  Ticket ask(Job job, Turn turn);

  // Makes them here, as far as the allowance goes.
  void work(const Allowance& allowance);
  bool wait_here() const;  // there is more to do here

  // From now on they are made elsewhere, or here again: then also those that were handed over.
  void make_elsewhere(bool elsewhere);
  bool are_made_elsewhere() const { return elsewhere_; }
  struct Handed {
    std::uint32_t number;
    const Job* job;  // until the next call
  };
  std::optional<Handed> hand_over();
  // Does nothing for a number that nobody waits for any more.
  void finish(std::uint32_t number, JobResult result);
  // It is not made where it was handed to: somebody else has to.
  void take_back(std::uint32_t number);

 private:
  std::shared_ptr<AskedJob> next();
  void forget_dropped();

  std::vector<std::weak_ptr<AskedJob>> asked_;  // in turn; without those that are made
  std::uint32_t handed_ = 0;
  bool elsewhere_ = false;
};

// Runs on as far as the allowance goes, to `at` at the most. True once it stands there.
bool run_on(model::System& system, sim::Time at, const Allowance& allowance);

}  // namespace tenfold::tutor
