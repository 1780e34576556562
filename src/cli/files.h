// Lesson files on disk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/program.h"
#include "lesson/lesson.h"
#include "lesson/reader.h"

namespace tenfold::cli {

struct FileText {
  std::string text;
  std::string fault;  // why it cannot be read; empty when it was
};
// Never more than a lesson may have, however large the file is.
FileText read_file(const std::string& path);

bool is_folder(const std::string& path);

// The file itself, or the lessons of a folder (stage-….json) in the order of their names. Empty
// when there are none.
std::vector<std::string> lesson_files(std::string_view path);

struct LessonFile {
  std::string file;
  lesson::Lesson lesson;
  std::vector<lesson::FileFault> faults;  // of reading
};

struct LessonFiles {
  std::vector<LessonFile> lessons;
  std::string fault;  // there is no such path, or no lesson in it
};
LessonFiles read_lessons(std::string_view path);

// The lessons of a path for commands that run them, or the one of a stage: all must be without
// faults.
struct SoundLessons {
  std::vector<LessonFile> lessons;
  std::string fault;
};
SoundLessons sound_lessons(std::string_view path, int stage = 0);

}  // namespace tenfold::cli
