// Drawing the bar.
#include "cli/progress_bar.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace tenfold::cli {
namespace {

// Under Node isatty alone says yes to every file, and fstat knows nothing of the standard streams.
bool is_stderr_terminal() {
  struct stat status {};
  return stat("/dev/stderr", &status) == 0 && S_ISCHR(status.st_mode) && isatty(STDERR_FILENO) != 0;
}

}  // namespace

ProgressBar::ProgressBar(std::size_t total)
    : total_(total), terminal_(is_stderr_terminal()), started_(std::chrono::steady_clock::now()) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void ProgressBar::advance() {
  ++done_;
  if (!terminal_ || std::chrono::steady_clock::now() - started_ < std::chrono::seconds(1)) return;
  constexpr std::size_t kWidth = 40;
  const std::size_t filled = total_ == 0 ? kWidth : kWidth * done_ / total_;
  const std::string bar = std::string(filled, '#') + std::string(kWidth - filled, '.');
  const std::size_t percent = total_ == 0 ? 100 : 100 * done_ / total_;
  if (drawn_ && percent == percent_) return;
  percent_ = percent;
  std::fprintf(stderr, "\r%s %zu %%", bar.c_str(), percent);
  drawn_ = true;
}

}  // namespace tenfold::cli
