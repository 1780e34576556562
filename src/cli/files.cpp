// Finding and reading lesson files.
#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "lesson/json.h"
#include "lesson/stages.h"

namespace tenfold::cli {

namespace fs = std::filesystem;

FileText read_file(const std::string& path) {
  std::error_code fault;
  const fs::file_status status = fs::status(path, fault);
  if (!fs::exists(status)) return {"", "does not exist"};
  if (fs::is_directory(status)) return {"", "is a folder; a file is needed"};
  if (!fs::is_regular_file(status)) return {"", "is not a regular file"};
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return {"", "cannot be read"};
  FileText result;
  std::array<char, 1 << 14> block{};
  std::size_t count = 0;
  while (result.text.size() <= lesson::kMaxFileBytes &&
         (count = std::fread(block.data(), 1, block.size(), file)) > 0) {
    result.text.append(block.data(), count);
  }
  if (std::ferror(file) != 0) result.fault = "cannot be read";
  std::fclose(file);
  return result;
}

bool is_folder(const std::string& path) {
  std::error_code fault;
  return fs::is_directory(path, fault);
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
    const FileText read_text = read_file(file);
    if (!read_text.fault.empty()) {
      result.fault = file + ": " + read_text.fault;
      return result;
    }
    lesson::ReadLesson read = lesson::read_lesson(read_text.text, file);
    result.lessons.push_back({file, std::move(read.lesson), std::move(read.faults)});
  }
  if (result.lessons.empty()) {
    result.fault = std::string(path) + ": there is no lesson (stage-….json) here";
  }
  return result;
}

SoundLessons sound_lessons(std::string_view path, int stage) {
  LessonFiles read = read_lessons(path);
  SoundLessons result{.lessons = {}, .fault = std::move(read.fault)};
  for (const LessonFile& entry : read.lessons) {
    if (result.fault.empty() && !entry.faults.empty()) {
      result.fault = lesson::to_line(entry.faults.front());
    }
  }
  if (!result.fault.empty()) return result;
  if (stage != 0) {
    std::erase_if(read.lessons, [stage](const LessonFile& entry) {
      return lesson::stage_of(entry.lesson.stage) != stage;
    });
    if (read.lessons.empty()) {
      result.fault = std::string(path) + ": has no stage " + std::to_string(stage);
    }
  }
  result.lessons = std::move(read.lessons);
  return result;
}

}  // namespace tenfold::cli
