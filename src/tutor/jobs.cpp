// Making jobs a slice at a time, and keeping track of those that others make.
#include "tutor/jobs.h"

#include <algorithm>

namespace tenfold::tutor {
namespace {

// A slice of a run of ten thousand events a simulated second takes under a millisecond.
constexpr sim::Duration kSlice = 20 * sim::kMillisecond;

}  // namespace

bool run_on(model::System& system, sim::Time at, const Allowance& allowance) {
  at = std::min(at, system.end());
  while (system.now() < at && allowance.goes_on(allowance.context)) {
    system.run_until(std::min(system.now() + kSlice, at));
  }
  return system.now() >= at;
}

Ticket Jobs::ask(Job job, Turn turn) {
  auto asked = std::make_shared<AskedJob>();
  asked->job = std::move(job);
  asked_.insert(turn == Turn::first ? asked_.begin() : asked_.end(), asked);
  return asked;
}

void Jobs::forget_dropped() {
  std::erase_if(asked_, [](const std::weak_ptr<AskedJob>& job) { return job.expired(); });
}

std::shared_ptr<AskedJob> Jobs::next() {
  forget_dropped();
  for (const std::weak_ptr<AskedJob>& waiting : asked_) {
    std::shared_ptr<AskedJob> job = waiting.lock();
    if (job->number == 0) return job;
  }
  return nullptr;
}

bool Jobs::wait_here() const {
  return !elsewhere_ && std::any_of(asked_.begin(), asked_.end(),
                                    [](const auto& job) { return !job.expired(); });
}

void Jobs::work(const Allowance& allowance) {
  if (elsewhere_) return;
  while (const std::shared_ptr<AskedJob> job = next()) {
    if (!allowance.goes_on(allowance.context)) return;
    if (!job->running) {
      job->running = std::make_unique<model::System>(job->job.scenario, job->job.seed);
    }
    if (!run_on(*job->running, job->running->end(), allowance)) return;
    job->result = result_of(job->job, *job->running);
    job->running.reset();
    std::erase_if(asked_, [&](const auto& other) { return other.lock() == job; });
  }
}

void Jobs::make_elsewhere(bool elsewhere) {
  elsewhere_ = elsewhere;
  if (elsewhere) return;
  forget_dropped();
  for (const std::weak_ptr<AskedJob>& job : asked_) job.lock()->number = 0;
}

std::optional<Jobs::Handed> Jobs::hand_over() {
  const std::shared_ptr<AskedJob> job = next();
  if (!job) return std::nullopt;
  job->running.reset();
  job->number = ++handed_;
  return Handed{job->number, &job->job};
}

void Jobs::finish(std::uint32_t number, JobResult result) {
  forget_dropped();
  std::erase_if(asked_, [&](const std::weak_ptr<AskedJob>& other) {
    const std::shared_ptr<AskedJob> job = other.lock();
    if (job->number != number) return false;
    job->result = std::move(result);
    return true;
  });
}

void Jobs::take_back(std::uint32_t number) {
  forget_dropped();
  for (const std::weak_ptr<AskedJob>& other : asked_) {
    const std::shared_ptr<AskedJob> job = other.lock();
    if (job->number == number) job->number = 0;
  }
}

}  // namespace tenfold::tutor
