// Workers with a queue before them, first come, first served: what is inside every server,
// processor, disk and pool. It knows who waits and counts; when a service ends is decided by its
// user.
#pragma once

#include <cstdint>

#include "sim/clock.h"
#include "sim/ring.h"
#include "sim/time_integral.h"

namespace tenfold::sim {

class Station {
 public:
  static constexpr std::uint32_t kUnlimited = ~std::uint32_t{0};
  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};

  enum class Entry : std::uint8_t { kStarts, kWaits, kRefused };

  // What a station has done since the start; the difference of two of these describes a window.
  struct Totals {
    std::uint64_t arrivals = 0;
    std::uint64_t refusals = 0;
    std::uint64_t withdrawals = 0;
    std::uint64_t started = 0;
    std::uint64_t finished = 0;
    std::uint64_t busy_ns = 0;     // worker-nanoseconds
    std::uint64_t waiting_ns = 0;  // customer-nanoseconds in the queue

    Totals operator-(const Totals& earlier) const;
  };

  // `places` is how many may wait, not counting those being served.
  explicit Station(std::uint32_t workers = 1, std::uint32_t places = kUnlimited)
      : workers_(workers), places_(places) {}

  // A customer comes. If it starts, the user schedules its end and then calls finish.
  Entry arrive(Time now_ns, std::uint32_t customer) {
    ++totals_.arrivals;
    if (busy_.level() < workers_ && waiting_.level() == 0) {
      ++totals_.started;
      busy_.rise(now_ns);
      return Entry::kStarts;
    }
    if (waiting_.level() >= places_) {
      ++totals_.refusals;
      return Entry::kRefused;
    }
    waiting_.rise(now_ns);
    queue_.push(customer);
    return Entry::kWaits;
  }

  // A service ends. Gives who is served next by that worker, kNobody if none is.
  std::uint32_t finish(Time now_ns) {
    ++totals_.finished;
    busy_.fall(now_ns);
    return start_next(now_ns);
  }

  // Starts the first in the queue if a worker is free; kNobody otherwise. To be repeated after the
  // number of workers has grown.
  std::uint32_t start_next(Time now_ns) {
    if (waiting_.level() == 0 || busy_.level() >= workers_) return kNobody;
    std::uint32_t next = queue_.pop();
    while (next == kNobody) next = queue_.pop();
    waiting_.fall(now_ns);
    busy_.rise(now_ns);
    ++totals_.started;
    return next;
  }

  // The place in the queue of whoever came last, for withdraw. Meaningful after Entry::kWaits.
  Ring<std::uint32_t>::Ticket last_ticket() const { return queue_.end() - 1; }

  // Someone leaves the queue without being served. REQUIRES: the ticket's holder still waits.
  void withdraw(Time now_ns, Ring<std::uint32_t>::Ticket ticket);

  // Everyone leaves, those in service too: what a crash does. They count as withdrawn.
  void clear(Time now_ns);

  // Fewer workers than are busy is allowed: the surplus ones leave as they finish.
  void set_workers(std::uint32_t workers) { workers_ = workers; }
  void set_places(std::uint32_t places) { places_ = places; }

  std::uint32_t workers() const { return workers_; }
  std::uint64_t busy() const { return busy_.level(); }
  std::uint64_t waiting() const { return waiting_.level(); }

  Totals totals(Time now_ns) const;
  std::size_t bytes() const { return queue_.bytes(); }

 private:
  std::uint32_t workers_;
  std::uint32_t places_;
  TimeIntegral busy_;
  TimeIntegral waiting_;
  Ring<std::uint32_t> queue_;  // kNobody where someone withdrew
  Totals totals_;              // without the two integrals
};

}  // namespace tenfold::sim
