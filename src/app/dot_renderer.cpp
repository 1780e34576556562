// All dots are one draw call: their data go to the card once a frame, a square each.
#include "app/dot_renderer.h"

#include <cstddef>
#include <cstdint>

#include "app/gl_program.h"
#include "embedded/dot_frag.h"
#include "embedded/dot_vert.h"

namespace tenfold::app {
namespace {

// `integers`: given as bytes 0–255 and read by the shader as 0–1.
void instance_attribute(GLuint place, GLint count, GLenum type, bool integers, std::size_t offset) {
  glEnableVertexAttribArray(place);
  glVertexAttribPointer(place, count, type, integers ? GL_TRUE : GL_FALSE, sizeof(ui::Dot),
                        reinterpret_cast<const void*>(offset));
  glVertexAttribDivisor(place, 1);
}

}  // namespace

void DotRenderer::create() {
  program_ = link_program(embedded::kDotVert, embedded::kDotFrag);
  viewport_ = glGetUniformLocation(program_, "viewport");
  ratio_ = glGetUniformLocation(program_, "ratio");

  glGenVertexArrays(1, &layout_);
  glGenBuffers(1, &instances_);
  glBindVertexArray(layout_);
  glBindBuffer(GL_ARRAY_BUFFER, instances_);
  instance_attribute(0, 2, GL_FLOAT, false, offsetof(ui::Dot, x));
  instance_attribute(1, 1, GL_FLOAT, false, offsetof(ui::Dot, radius));
  instance_attribute(2, 4, GL_UNSIGNED_BYTE, true, offsetof(ui::Dot, rgba));
  instance_attribute(3, 1, GL_FLOAT, false, offsetof(ui::Dot, shape));
}

void DotRenderer::draw(std::span<const ui::Dot> dots, float width, float height, float ratio) {
  if (dots.empty()) return;
  if (program_ == 0) create();
  glUseProgram(program_);
  glUniform2f(viewport_, width, height);
  glUniform1f(ratio_, ratio);
  glBindVertexArray(layout_);
  glBindBuffer(GL_ARRAY_BUFFER, instances_);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(dots.size_bytes()), dots.data(),
               GL_STREAM_DRAW);
  glDisable(GL_SCISSOR_TEST);  // left from whatever was drawn before; dots stay in their diagram
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(dots.size()));
}

}  // namespace tenfold::app
