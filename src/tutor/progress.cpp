// Progress as lines of words: "stage 1 9 met finished", "answer s1-why-queue 2463534242 2 1". A
// line that cannot be read is left out and told of.
#include "tutor/progress.h"

#include <algorithm>
#include <charconv>

namespace tenfold::tutor {
namespace {

constexpr std::string_view kHeader = "tenfold 1";
constexpr std::size_t kMostBytes = 1 << 18;
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
  progress.stages.push_back(stage);
  return true;
}

bool read_answer(std::string_view line, Progress& progress) {
  AnswerProgress answer;
  answer.question = take_word(line);
  if (!is_id(answer.question)) return false;
  if (!take_number(line, answer.content)) return false;
  if (!take_number(line, 0, kMostAnswers, answer.right)) return false;
  if (!take_number(line, 0, kMostAnswers, answer.wrong) || !line.empty()) return false;
  progress.answers.push_back(answer);
  return true;
}

bool read_line(std::string_view line, Progress& progress) {
  if (progress.stages.size() + progress.answers.size() >= kMostEntries) return false;
  const std::string_view kind = take_word(line);
  if (kind == "stage") return read_stage(line, progress);
  if (kind == "answer") return read_answer(line, progress);
  return false;
}

}  // namespace

std::string write_progress(const Progress& progress) {
  std::string text(kHeader);
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
  return text;
}

ReadProgress read_progress(std::string_view text) {
  ReadProgress result;
  if (text.empty()) return result;
  if (text.size() > kMostBytes) {
    result.fault = "The saved progress is too long to be ours.";
    return result;
  }
  int number = 0;
  int unread = 0;
  int first_unread = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line == kHeader && number == 1) continue;
    if (line.empty() || read_line(line, result.progress)) continue;
    if (unread++ == 0) first_unread = number;
  }
  if (unread > 0) {
    result.fault = (unread == 1 ? "One line" : std::to_string(unread) + " lines") +
                   " of the saved progress could not be read, the first being line " +
                   std::to_string(first_unread) + "; the rest was kept.";
  }
  return result;
}

}  // namespace tenfold::tutor
