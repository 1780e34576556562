// How far a long command is, on a terminal's stderr and only when it takes over a second.
#pragma once

#include <chrono>
#include <cstddef>

namespace tenfold::cli {

class ProgressBar {
 public:
  // Of so many equal steps.
  explicit ProgressBar(std::size_t total);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void advance();

 private:
  std::size_t total_;
  std::size_t done_ = 0;
  std::size_t percent_ = 0;  // as drawn last
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point started_;
};

}  // namespace tenfold::cli
