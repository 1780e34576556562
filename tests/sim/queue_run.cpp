// The simulation of one queue.
#include "queue_run.h"

#include "sim/event_queue.h"
#include "sim/histogram.h"
#include "sim/pool.h"

namespace tenfold::sim::test {
namespace {

enum : std::uint32_t { kArrival = 0, kDeparture = 1, kGiveUp = 2 };

struct Customer {
  Time came_ns = 0;
  Time started_ns = 0;
  Time gives_up_ns = kNever;
  Ring<std::uint32_t>::Ticket ticket = 0;
};

struct Batch {
  Histogram time;
  std::uint64_t came = 0;
  std::uint64_t served = 0;
  std::uint64_t waited_ns = 0;
  std::uint64_t delayed = 0;
  std::uint64_t refused = 0;
  std::uint64_t left = 0;
  std::uint64_t ten = 0;
};

class Run {
 public:
  Run(const Queue& queue, std::uint64_t seed)
      : queue_(queue),
        gap_(Distribution::exponential(kUnitNs / queue.arrival_rate)),
        gaps_(Stream(seed).child(1).draws()),
        services_(Stream(seed).child(2).draws()),
        batches_(Stream(seed).child(3).draws()),
        patience_(Stream(seed).child(4).draws()),
        station_(queue.workers, queue.places) {
    events_.push(gap_.draw(gaps_), kArrival);
  }

  // Simulates until so many more customers came.
  void advance(std::uint64_t customers) {
    batch_ = Batch{};
    while (batch_.came < customers) {
      const Event event = events_.pop();
      now_ = event.time_ns;
      const std::uint32_t who = event.payload >> 2;
      switch (event.payload & 3) {
        case kArrival:
          arrivals();
          break;
        case kDeparture:
          depart(who);
          break;
        case kGiveUp:
          give_up(who);
          break;
        default:
          break;
      }
    }
  }

  const Batch& batch() const { return batch_; }
  Time now() const { return now_; }
  double customer_ns() const {
    const Station::Totals totals = station_.totals(now_);
    return static_cast<double>(totals.busy_ns + totals.waiting_ns);
  }

 private:
  void arrivals() {
    arrive();
    while (queue_.mean_batch > 1 && batches_.chance(1 - 1 / queue_.mean_batch)) arrive();
    events_.push(now_ + gap_.draw(gaps_), kArrival);
  }

  void arrive() {
    const std::uint32_t who = customers_.acquire();
    customers_[who].came_ns = now_;
    ++batch_.came;
    if (station_.busy() + station_.waiting() >= 10) ++batch_.ten;
    switch (station_.arrive(now_, who)) {
      case Station::Entry::kStarts:
        start(who);
        break;
      case Station::Entry::kWaits:
        ++batch_.delayed;
        if (queue_.patience.mean_ns() > 0) {
          customers_[who].ticket = station_.last_ticket();
          customers_[who].gives_up_ns = now_ + queue_.patience.draw(patience_);
          events_.push(customers_[who].gives_up_ns, who << 2 | kGiveUp);
        }
        break;
      case Station::Entry::kRefused:
        ++batch_.refused;
        customers_.release(who);
        break;
    }
  }

  void start(std::uint32_t who) {
    customers_[who].started_ns = now_;
    customers_[who].gives_up_ns = kNever;
    events_.push(now_ + queue_.service.draw(services_), who << 2 | kDeparture);
  }

  void depart(std::uint32_t who) {
    const Customer& customer = customers_[who];
    ++batch_.served;
    batch_.waited_ns += static_cast<std::uint64_t>(customer.started_ns - customer.came_ns);
    batch_.time.add(now_ - customer.came_ns);
    customers_.release(who);
    const std::uint32_t next = station_.finish(now_);
    if (next != Station::kNobody) start(next);
  }

  void give_up(std::uint32_t who) {
    if (!customers_.in_use(who) || customers_[who].gives_up_ns != now_) return;
    station_.withdraw(now_, customers_[who].ticket);
    ++batch_.left;
    customers_.release(who);
  }

  const Queue& queue_;
  Distribution gap_;
  Random gaps_, services_, batches_, patience_;
  EventQueue events_;
  Station station_;
  Pool<Customer> customers_;
  Batch batch_;
  Time now_ = 0;
};

}  // namespace

Measured run(const Queue& queue, std::uint64_t seed) {
  Run simulated(queue, seed);
  const std::uint64_t per_batch = queue.customers / kBatches;
  simulated.advance(per_batch);  // the warm-up
  Measured measured;
  for (int i = 0; i < kBatches; ++i) {
    const Time from = simulated.now();
    const double customer_ns = simulated.customer_ns();
    simulated.advance(per_batch);
    const Batch& batch = simulated.batch();
    const auto came = static_cast<double>(batch.came);
    const auto passed_ns = static_cast<double>(simulated.now() - from);
    measured.wait.add(static_cast<double>(batch.waited_ns) / static_cast<double>(batch.served) /
                      kUnitNs);
    measured.time.add(batch.time.mean_ns() / kUnitNs);
    measured.number.add((simulated.customer_ns() - customer_ns) / passed_ns);
    measured.median.add(batch.time.quantile_ns(0.5) / kUnitNs);
    measured.p99.add(batch.time.quantile_ns(0.99) / kUnitNs);
    measured.delayed.add(static_cast<double>(batch.delayed) / came);
    measured.refused.add(static_cast<double>(batch.refused) / came);
    measured.left.add(static_cast<double>(batch.left) / came);
    measured.ten.add(static_cast<double>(batch.ten) / came);
  }
  return measured;
}

}  // namespace tenfold::sim::test
