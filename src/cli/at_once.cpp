// Workers that take the next number from one counter.
#include "cli/at_once.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace tenfold::cli {
namespace {

std::size_t processors() {
#ifdef __EMSCRIPTEN__
  return 1;  // the web build has no threads
#else
  return std::max(1U, std::thread::hardware_concurrency());
#endif
}

}  // namespace

void at_once(std::size_t count, const std::function<void(std::size_t)>& work,
             ProgressBar& progress) {
  std::atomic<std::size_t> next = 0;
  std::mutex drawing;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      work(i);
      const std::lock_guard lock(drawing);
      progress.advance();
    }
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < std::min(processors(), count); ++i) others.emplace_back(take);
  take();
  for (std::thread& other : others) other.join();
}

}  // namespace tenfold::cli
