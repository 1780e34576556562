# How our own code is compiled, in one place: the target tenfold_flags carries it, privately, to every target of ours.
# Third-party code gets none of it, so a warning there never stops a build.
# The web build, which the native tree has built, and tests too.
set(TENFOLD_WASM_DIR ${CMAKE_BINARY_DIR}/wasm CACHE PATH "Where the native tree puts the web build")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Release means -O2, not CMake's -O3: -O3 grows the download for no measured gain. Debug keeps enough
# optimisation for simulations to finish quickly under the sanitizers. Quick is Debug without what a debugger reads.
foreach(language IN ITEMS C CXX)
  set(CMAKE_${language}_FLAGS_RELEASE "-O2 -DNDEBUG")
  set(CMAKE_${language}_FLAGS_DEBUG "-O1 -g")
  set(CMAKE_${language}_FLAGS_QUICK "-O1")
endforeach()

# The same numbers on every machine: no fused multiply-add that one compiler uses and another does not.
add_compile_options(-ffp-contract=off $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
if(EMSCRIPTEN)
  # Two instructions that every browser with WebGL 2 and WebAssembly has: smaller code for the same numbers.
  add_compile_options(-flto -mbulk-memory -mnontrapping-fptoint)
  add_link_options(-flto)
elseif(TENFOLD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
elseif(TENFOLD_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL Clang AND NOT EMSCRIPTEN)
  add_compile_options(-Wno-deprecated-declarations) # which it sees inside GCC 12's <algorithm>
endif()

add_library(tenfold_flags INTERFACE)
target_include_directories(tenfold_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(tenfold_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
