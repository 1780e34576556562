// The lesson's part of the file format.
#pragma once

#include "lesson/fields.h"
#include "lesson/lesson.h"

namespace tenfold::lesson {

// Notes everything that would keep the lesson from being taught.
Lesson read_lesson_at(Report& report, const Node& root);

}  // namespace tenfold::lesson
