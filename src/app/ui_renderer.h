// Draws Dear ImGui's triangles with WebGL 2. The back end that comes with ImGui asks the context
// for its whole state in every frame to put it back afterwards, and each answer waits for the
// graphics process: most of a frame's time. Nobody else draws here, so nothing is asked and nothing
// put back.
#pragma once

#include <cstddef>

#include <GLES3/gl3.h>

#include "imgui.h"

namespace tenfold::app {

class UiRenderer {
 public:
  // Tells ImGui what this renderer can do. REQUIRES: an ImGui context.
  void announce();

  // REQUIRES: a current WebGL 2 context whose canvas is the draw data's size in device px.
  void draw(const ImDrawData& data, ImU32 background);

  // The context was lost and everything in it: made again at the next draw.
  void forget();

 private:
  void create();
  void set_state(const ImDrawData& data) const;
  void draw_list(const ImDrawData& data, const ImDrawList& list);

  GLuint program_ = 0;
  GLuint layout_ = 0;
  GLuint vertices_ = 0;
  GLuint indices_ = 0;
  GLint viewport_ = -1;
  std::size_t first_vertex_ = 0;  // where the layout begins in the vertices
};

}  // namespace tenfold::app
