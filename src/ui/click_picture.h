// The finale's picture: the whole system, and the way of one click through it by ten stations.
#pragma once

#include <cstddef>

#include "ui/screen.h"

namespace tenfold::ui {

inline constexpr std::size_t kClickStations = 10;

float click_picture_height(float width);
// `station`: the one that is lit, with the way up to it; -1: all of the way. Returns the one whose
// number was pressed, or -1.
int show_click_picture(Screen& screen, const Rect& rect, int station);
// The number of a station in its disc, as a button. Whether it was pressed.
bool show_station(Screen& screen, std::string_view key, float x, float y, std::size_t station,
                  bool is_lit);

}  // namespace tenfold::ui
