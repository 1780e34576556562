// A draft as a file and back: the scenario file that lessons are written in and `tenfold simulate`
// reads. And drafts to start from.
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
// A draft of any making, by way of its file: what comes back is sound in its form, or there is a
// sentence.
ReadDraft read_again(const Draft& draft);

// Start from a stage: its system as it fails, or as the lesson mends it.
Draft draft_before(const lesson::Lesson& lesson);
Draft draft_after(const lesson::Lesson& lesson);

}  // namespace tenfold::design
