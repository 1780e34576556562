// Finding and reading lesson files.
#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace tenfold::cli {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const std::string& path) {
  std::error_code fault;
  if (!fs::is_regular_file(path, fault)) return std::nullopt;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string text;
  std::array<char, 1 << 14> block{};
  std::size_t count = 0;
  while ((count = std::fread(block.data(), 1, block.size(), file)) > 0) {
    text.append(block.data(), count);
  }
  const bool good = std::ferror(file) == 0;
  std::fclose(file);
  if (!good) return std::nullopt;
  return text;
}

std::vector<std::string> lesson_files(std::string_view path) {
  std::error_code fault;
  std::vector<std::string> files;
  if (fs::is_regular_file(path, fault)) return {std::string(path)};
  for (fs::directory_iterator entry(path, fault), end; !fault && entry != end;
       entry.increment(fault)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with("stage-") && name.ends_with(".json")) {
      files.push_back(entry->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

LessonFiles read_lessons(std::string_view path) {
  LessonFiles result;
  for (const std::string& file : lesson_files(path)) {
    const std::optional<std::string> text = read_file(file);
    if (!text) {
      result.fault = file + ": cannot be read";
      return result;
    }
    lesson::ReadLesson read = lesson::read_lesson(*text, file);
    result.lessons.push_back({file, std::move(read.lesson), std::move(read.faults)});
  }
  if (result.lessons.empty()) {
    result.fault = std::string(path) + ": there is no lesson (stage-….json) here";
  }
  return result;
}

SoundLessons sound_lessons(std::string_view path) {
  LessonFiles read = read_lessons(path);
  SoundLessons result{.lessons = {}, .fault = std::move(read.fault)};
  for (const LessonFile& entry : read.lessons) {
    if (result.fault.empty() && !entry.faults.empty()) {
      result.fault = lesson::to_line(entry.faults.front());
    }
  }
  if (result.fault.empty()) result.lessons = std::move(read.lessons);
  return result;
}

}  // namespace tenfold::cli
