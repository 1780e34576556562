// What has happened in a run so far, as lines with their times, for those who read beside it.
#pragma once

#include "tutor/run.h"
#include "ui/column.h"

namespace tenfold::ui {

void show_diary(Column& column, const tutor::Run& run);

}  // namespace tenfold::ui
