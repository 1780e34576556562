# The toolchain file of the web build: an Emscripten that src/cmake/emscripten.cmake finds or brings, by its own CMake
# file. CMake reads a toolchain file several times in a run; only the first reading looks for anything.
include(${CMAKE_CURRENT_LIST_DIR}/src/cmake/emscripten.cmake)
include($ENV{TENFOLD_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake)
