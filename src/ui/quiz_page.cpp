// The quiz: questions of all stages, or of one, at the learner's own pace.
#include "ui/room_page.h"

namespace tenfold::ui {

void show_quiz(LessonPage& page) { page.column.heading(1, "Quiz"); }

}  // namespace tenfold::ui
