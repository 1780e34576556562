// Draws the moving requests: one instanced quad each, shaped in shaders/dot.frag.
#pragma once

#include <span>

#include <GLES3/gl3.h>

#include "ui/view.h"

namespace tenfold::app {

class DotRenderer {
 public:
  // `width`, `height`: the viewport in CSS px; `ratio`: device px for each. Leaves the GL state
  // changed. REQUIRES: a current WebGL 2 context.
  void draw(std::span<const ui::Dot> dots, float width, float height, float ratio);

  // The context was lost and everything in it: made again at the next draw.
  void forget() { *this = DotRenderer(); }

 private:
  void create();

  GLuint program_ = 0;
  GLuint layout_ = 0;
  GLuint instances_ = 0;
  GLint viewport_ = -1;
  GLint ratio_ = -1;
};

}  // namespace tenfold::app
