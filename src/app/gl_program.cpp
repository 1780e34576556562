// Faults go to the browser's console: the shaders are part of the program, so only a driver can
// refuse them.
#include "app/gl_program.h"

#include <emscripten/console.h>

namespace tenfold::app {
namespace {

void attach(GLuint program, GLenum kind, std::string_view source) {
  const GLuint shader = glCreateShader(kind);
  const char* text = source.data();
  const auto length = static_cast<GLint>(source.size());
  glShaderSource(shader, 1, &text, &length);
  glCompileShader(shader);
  glAttachShader(program, shader);
  glDeleteShader(shader);  // once the program is gone
}

}  // namespace

GLuint link_program(std::string_view vertex, std::string_view fragment) {
  const GLuint program = glCreateProgram();
  attach(program, GL_VERTEX_SHADER, vertex);
  attach(program, GL_FRAGMENT_SHADER, fragment);
  glLinkProgram(program);
  GLint linked = GL_FALSE;
  glGetProgramiv(program, GL_LINK_STATUS, &linked);
  if (linked == GL_FALSE) emscripten_console_error("A program of shaders does not link.");
  return program;
}

}  // namespace tenfold::app
