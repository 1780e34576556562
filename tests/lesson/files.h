// Lesson files as tests read them. Tests run in the source folder.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace tenfold::test {

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Of all stages, by number.
inline std::vector<std::string> stage_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator("lessons")) {
    if (entry.path().filename().string().starts_with("stage-")) {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Of all rooms, by path: every file of lessons/ that is neither a stage nor a schema.
inline std::vector<std::string> room_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator("lessons")) {
    const std::string name = entry.path().filename().string();
    const bool is_room =
        name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with("stage-");
    if (is_room) files.push_back(entry.path().string());
  }
  return files;
}

inline std::string small_lesson() { return read_text("tests/lesson/small_lesson.json"); }

// REQUIRES: `from` occurs.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? "not found: " + from : text.replace(at, from.size(), to);
}

// The small lesson with a question of each kind in place of its own.
inline std::string small_lesson_of_every_kind() {
  std::string text = small_lesson();
  const std::size_t begin = text.find('[', text.find("\"questions\""));
  const std::size_t end = text.find("],\n  \"next\"", begin) + 1;
  return text.replace(begin, end - begin, read_text("tests/lesson/questions_of_every_kind.json"));
}

// The small lesson with a prediction that is drawn in place of its own.
inline std::string small_lesson_drawn() {
  std::string text = small_lesson();
  const std::size_t begin = text.find("\"predict\": {");
  return text.replace(begin, text.find("\"run\": {", begin) - begin,
                      R"("predict": {
    "prompt": "Draw the queue.",
    "curve": {"series": "app.waiting", "at_s": [2, 6, 10, 14, 18], "low": 0, "high": 250, "unit": "requests", "tolerance": 0.2},
    "when_right": "Yes, {app.peak_waiting} at most.",
    "when_low": "It was longer: {app.peak_waiting}.",
    "when_high": "It was shorter: {app.peak_waiting}."
  },
  )");
}

}  // namespace tenfold::test
