// A draft as a file and back: the scenario file that lessons are written in and `tenfold simulate`
// reads.
#pragma once

#include <string>
#include <string_view>

#include "design/draft.h"
#include "design/link.h"
#include "lesson/lesson.h"

namespace tenfold::design {

std::string file_of(const Draft& draft);
// Of any bytes.
ReadDraft read_file(std::string_view bytes);

// Start from a stage: its system as it fails, or as the lesson mends it.
Draft draft_before(const lesson::Lesson& lesson);
Draft draft_after(const lesson::Lesson& lesson);

}  // namespace tenfold::design
