// Shaders as a program, for those who draw with one.
#pragma once

#include <string_view>

#include <GLES3/gl3.h>

namespace tenfold::app {

// A linked program; a fault is told to the console, as only a change of ours can bring one.
// REQUIRES: a current WebGL 2 context.
GLuint link_program(std::string_view vertex, std::string_view fragment);

}  // namespace tenfold::app
