// Read before Dear ImGui's imgui.cpp, which closes tables, tab bars and the like wherever a program
// forgets to, and so carries all of them along. This program opens none: those calls become calls
// of nothing, and a twelfth of the program goes.
#pragma once

#include <cstdio>

#include <imgui_internal.h>

namespace ImGui {
template <typename... Anything>
bool absent(const Anything&...) {
  return false;
}
}  // namespace ImGui

#define CloseButton absent
#define CollapseButton absent
#define EndColumns absent
#define EndMenuBar absent
#define EndMultiSelect absent
#define EndTabBar absent
#define EndTable absent
#define Scrollbar absent
#define Selectable absent
#define TableEndRow absent
#define TableGcCompactSettings absent
#define TableGcCompactTransientBuffers absent
#define TableSettingsAddSettingsHandler absent
#define TreePop absent
#define sscanf ImGui::absent
