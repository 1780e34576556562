// Progress as lines of words: "stage 1 9 met finished", "answer s1-why-queue 2463534242 2 1". The
// first names the version; the first version's lines were the same.
#include "tutor/progress.h"

#include <algorithm>
#include <charconv>

namespace tenfold::tutor {
namespace {

constexpr std::string_view kName = "tenfold";
constexpr int kVersion = 2;
constexpr std::size_t kMostEntries = 5000;
constexpr int kMostStages = 100;
constexpr int kMostSteps = 100;
constexpr int kMostAnswers = 1'000'000;

std::string_view take_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

template <typename Number>
bool take_number(std::string_view& line, Number& number) {
  const std::string_view word = take_word(line);
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
  return fault == std::errc{} && end == word.data() + word.size();
}

bool take_number(std::string_view& line, int low, int high, int& number) {
  return take_number(line, number) && number >= low && number <= high;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

// What came from several lines, or several tabs, is as far as the furthest.
void take_furthest(StageProgress& entry, const StageProgress& other) {
  entry.step = std::max(entry.step, other.step);
  entry.challenge_met = entry.challenge_met || other.challenge_met;
  entry.finished = entry.finished || other.finished;
}

bool read_stage(std::string_view line, Progress& progress) {
  StageProgress stage;
  if (!take_number(line, 1, kMostStages, stage.stage)) return false;
  if (!take_number(line, 0, kMostSteps, stage.step)) return false;
  while (!line.empty()) {
    const std::string_view word = take_word(line);
    if (word == "met") {
      stage.challenge_met = true;
    } else if (word == "finished") {
      stage.finished = true;
    } else {
      return false;
    }
  }
  take_furthest(entry_of(progress, stage.stage), stage);
  return true;
}

bool read_answer(std::string_view line, Progress& progress) {
  const std::string_view question = take_word(line);
  AnswerProgress answer;
  if (!is_id(question) || !take_number(line, answer.content)) return false;
  if (!take_number(line, 0, kMostAnswers, answer.right)) return false;
  if (!take_number(line, 0, kMostAnswers, answer.wrong) || !line.empty()) return false;
  AnswerProgress& entry = entry_of(progress, question, answer.content);
  entry.right = std::max(entry.right, answer.right);
  entry.wrong = std::max(entry.wrong, answer.wrong);
  return true;
}

bool read_line(std::string_view line, Progress& progress) {
  if (progress.stages.size() + progress.answers.size() >= kMostEntries) return false;
  const std::string_view kind = take_word(line);
  if (kind == "stage") return read_stage(line, progress);
  if (kind == "answer") return read_answer(line, progress);
  return false;
}

bool read_header(std::string_view line, Progress& progress) {
  std::string_view words = line;
  int version = 0;
  if (take_word(words) != kName || !take_number(words, version) || version < 1) return false;
  if (version > kVersion) progress.header = line;
  return version > kVersion || words.empty();
}

// Mine, and what others counted since.
int counted(int mine, int base, int stored) {
  return std::min(mine + std::max(stored - base, 0), kMostAnswers);
}

}  // namespace

StageProgress& entry_of(Progress& progress, int stage) {
  for (StageProgress& entry : progress.stages) {
    if (entry.stage == stage) return entry;
  }
  StageProgress& entry = progress.stages.emplace_back();
  entry.stage = stage;
  return entry;
}

AnswerProgress& entry_of(Progress& progress, std::string_view question, std::uint32_t content) {
  for (AnswerProgress& entry : progress.answers) {
    if (entry.question == question && entry.content == content) return entry;
  }
  AnswerProgress& entry = progress.answers.emplace_back();
  entry.question = question;
  entry.content = content;
  return entry;
}

std::string write_progress(const Progress& progress) {
  std::string text = progress.header;
  if (text.empty()) text = std::string(kName) + ' ' + std::to_string(kVersion);
  text += '\n';
  for (const StageProgress& stage : progress.stages) {
    text += "stage " + std::to_string(stage.stage) + ' ' + std::to_string(stage.step);
    if (stage.challenge_met) text += " met";
    if (stage.finished) text += " finished";
    text += '\n';
  }
  for (const AnswerProgress& answer : progress.answers) {
    text += "answer " + answer.question;
    for (const std::uint32_t number : {answer.content, static_cast<std::uint32_t>(answer.right),
                                       static_cast<std::uint32_t>(answer.wrong)}) {
      text += ' ' + std::to_string(number);
    }
    text += '\n';
  }
  return text + progress.unknown;
}

ReadProgress read_progress(std::string_view text) {
  ReadProgress result;
  Progress& progress = result.progress;
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::string_view whole = text.substr(0, std::min(end + 1, text.size()));
    text.remove_prefix(whole.size());
    if (line.empty() || (first && read_header(line, progress))) continue;
    if (!read_line(line, progress)) progress.unknown += whole;
  }
  if (!progress.header.empty()) {
    result.fault =
        "A newer Tenfold saved your progress: what this one understands is used, and the rest is "
        "kept as it is.";
  } else if (!progress.unknown.empty()) {
    result.fault =
        "Part of your saved progress cannot be read: it is kept as it is, and the rest is used.";
  }
  return result;
}

Progress merged(const Progress& mine, Progress base, const Progress& stored) {
  Progress all = stored;
  if (all.header.empty()) all.header = mine.header;
  if (all.unknown.empty()) all.unknown = mine.unknown;
  for (const StageProgress& stage : mine.stages) take_furthest(entry_of(all, stage.stage), stage);
  for (const AnswerProgress& answer : mine.answers) {
    const AnswerProgress& known = entry_of(base, answer.question, answer.content);
    AnswerProgress& entry = entry_of(all, answer.question, answer.content);
    entry.right = counted(answer.right, known.right, entry.right);
    entry.wrong = counted(answer.wrong, known.wrong, entry.wrong);
  }
  return all;
}

}  // namespace tenfold::tutor
