// A table that is not drawn: what stands in a picture, for those who do not see it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/screen.h"

namespace tenfold::ui {

// The first row is the header, the first column names the rows; `rect`: the picture's.
void list_table(Screen& screen, std::string_view key, std::string_view caption,
                const std::vector<std::vector<std::string>>& rows, const Rect& rect);

}  // namespace tenfold::ui
