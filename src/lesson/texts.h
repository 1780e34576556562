// Every sentence of a lesson with its place in the file: what checks of wording go through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"

namespace tenfold::lesson {

// Which runs' facts a text may quote, by when it is shown. `own`: those of the learner's run of the
// challenge. `asked`: a question's fresh values alone; `answered`: those and its own run's facts.
enum class Known : std::uint8_t { run, stop, fix, own, worse, asked, answered };

struct LessonText {
  std::string path;       // JSON pointer
  std::string_view text;  // of the lesson, which must outlive this
  Known known = Known::run;
  const Question* question = nullptr;  // whose text it is, if any's
  bool marked = true;                  // terms and facts work here; otherwise it is shown as it is
  bool on_demand = false;  // opened by the learner, so not counted among the stage's words
};

std::vector<LessonText> texts_of(const Lesson& lesson);

}  // namespace tenfold::lesson
