// In steady state neither events nor requests cost an allocation: what a run needs grows to its
// size once, in doublings, and each simulated second adds a sample to the series.
#include <doctest/doctest.h>

#include <cstdlib>
#include <new>

#include "cli/files.h"
#include "cli/standard_loads.h"
#include "model/system.h"

namespace {

std::uint64_t allocations = 0;
std::uint64_t allocated_bytes = 0;

void* allocate(std::size_t bytes) {
  ++allocations;
  allocated_bytes += bytes;
  void* memory = std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr) std::abort();
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return allocate(bytes); }
void* operator new[](std::size_t bytes) { return allocate(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  ++allocations;
  allocated_bytes += bytes;
  const auto multiple = static_cast<std::size_t>(alignment);
  void* memory = std::aligned_alloc(multiple, (bytes + multiple - 1) / multiple * multiple);
  if (memory == nullptr) std::abort();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace {

using namespace tenfold;

template <typename Run>
std::uint64_t allocations_of(Run run) {
  const std::uint64_t before = allocations;
  run();
  return allocations - before;
}

}  // namespace

TEST_CASE(
    "ten times the customers of a queue need a few doublings more, not ten times the memory") {
  for (const auto& queues : {cli::mm1(), cli::tandem()}) {
    const auto serve = [&](std::uint64_t customers) {
      return allocations_of([&] { cli::run_queues(queues, cli::kStandardRate, customers); });
    };
    const std::uint64_t few = serve(50'000);
    const std::uint64_t many = serve(500'000);
    CHECK(many <= few + 10);
  }
}

TEST_CASE("a running system allocates for its seconds, not for its events") {
  const cli::SoundLessons read = cli::sound_lessons("lessons");
  REQUIRE(read.fault.empty());
  for (const cli::LessonFile& entry : read.lessons) {
    CAPTURE(entry.file);
    model::System system(lesson::fixed_scenario(entry.lesson), 1);
    const sim::Time half = system.end() / 2;
    system.run_until(half);
    const std::uint64_t events_before = system.events();
    const std::uint64_t made = allocations_of([&] { system.run_until(system.end()); });
    const std::uint64_t events = system.events() - events_before;
    // A sample has up to three lists by part or link. The rest is tables that double.
    const double seconds = sim::to_seconds(system.end() - half);
    MESSAGE(entry.file << ": " << made << " allocations in " << events << " events");
    CHECK(static_cast<double>(made) < 4 * seconds + 100);
  }
}

TEST_CASE("a system tells within 15 % what a copy of it takes") {
  const cli::SoundLessons read = cli::sound_lessons("lessons");
  REQUIRE(read.fault.empty());
  for (const cli::LessonFile& entry : read.lessons) {
    CAPTURE(entry.file);
    model::System system(lesson::fixed_scenario(entry.lesson), 1);
    system.run_until(system.end() / 2);
    const std::uint64_t before = allocated_bytes;
    const model::System copy(system);
    const auto took = static_cast<double>(allocated_bytes - before);
    const auto told = static_cast<double>(system.bytes());
    MESSAGE(entry.file << ": a copy takes " << took << " bytes, " << told << " are told");
    CHECK(told >= took * 0.85);
    CHECK(told <= took * 1.15);
  }
}
