# The functions that the folders' own CMakeLists.txt are written in. LINKS takes short names: `sim` is src/sim,
# `json`, `imgui`, `sdl2` and the like are the third-party targets of dependencies.cmake.
include_guard()

# Links privately, so what a layer uses inside is not handed on to whoever uses the layer.
function(tenfold_link target)
  target_link_libraries(${target} PRIVATE tenfold_flags)
  foreach(name IN LISTS ARGN)
    target_link_libraries(${target} PRIVATE tenfold::${name})
  endforeach()
endfunction()

# tenfold_library(<name> SOURCES a.cpp … [LINKS sim json …] [SPEED])
# The static library of src/<name>. In the web build code is compiled for size; SPEED asks for -O2 there too.
function(tenfold_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SPEED" "" "SOURCES;LINKS")
  add_library(tenfold_${name} STATIC ${arg_SOURCES})
  add_library(tenfold::${name} ALIAS tenfold_${name})
  tenfold_link(tenfold_${name} ${arg_LINKS})
  if(EMSCRIPTEN AND NOT arg_SPEED)
    target_compile_options(tenfold_${name} PRIVATE -Oz)
  endif()
endfunction()

# tenfold_program(<name> SOURCES main.cpp … [LINKS …])
# A command-line program: native, or in the web build a Node program of the same behaviour (it sees the real file
# system). Either can be the COMMAND of a custom command; CMake puts `node` in front where needed.
function(tenfold_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_executable(${name} ${arg_SOURCES})
  tenfold_link(${name} ${arg_LINKS})
  if(EMSCRIPTEN)
    target_link_options(${name} PRIVATE -O1 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1
                        -sSTACK_SIZE=1MB)
  endif()
endfunction()

# tenfold_test(<name> SOURCES a_test.cpp … [LINKS …] [LABEL theory])
# A doctest program, run twice: natively under the sanitizers, and as WebAssembly under Node. Both run in the source
# folder, so a test opens `lessons/…` by that path. The native tree registers the two runs, and has the web build built;
# without TENFOLD_PAGE only the native one.
function(tenfold_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "SOURCES;LINKS")
  tenfold_program(${name}_test SOURCES ${arg_SOURCES} LINKS doctest ${arg_LINKS})
  target_link_libraries(${name}_test PRIVATE tenfold_test_main)
  if(EMSCRIPTEN)
    return()
  endif()
  add_test(NAME native.${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(native.${name} PROPERTIES LABELS "native;${arg_LABEL}")
  if(NOT TENFOLD_PAGE)
    return()
  endif()
  file(RELATIVE_PATH folder ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  add_test(NAME wasm.${name} COMMAND node ${TENFOLD_WASM_DIR}/${folder}/${name}_test.js
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(wasm.${name} PROPERTIES LABELS "wasm;${arg_LABEL}")
endfunction()

# tenfold_embed(<target> FILES shaders/plot.vert …)
# Makes text files part of the program: for shaders/plot.vert the header "embedded/plot_vert.h" with
# `tenfold::embedded::kPlotVert`, a std::string_view. Paths are relative to the top of the tree.
function(tenfold_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FILES")
  set(root ${CMAKE_CURRENT_BINARY_DIR}/generated)
  foreach(path IN LISTS arg_FILES)
    get_filename_component(file ${path} NAME)
    string(REGEX REPLACE "[^a-z0-9]" "_" header ${file})
    set(output ${root}/embedded/${header}.h)
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -DINPUT=${CMAKE_SOURCE_DIR}/${path} -DOUTPUT=${output}
              -P ${CMAKE_SOURCE_DIR}/src/cmake/embed.cmake
      DEPENDS ${CMAKE_SOURCE_DIR}/${path} ${CMAKE_SOURCE_DIR}/src/cmake/embed.cmake
      COMMENT "Embedding ${path}" VERBATIM)
    target_sources(${target} PRIVATE ${output})
  endforeach()
  target_include_directories(${target} PRIVATE ${root})
endfunction()

# tenfold_app(SOURCES main.cpp … LINKS ui sdl2 … EXPORTS function …)
# The program of the page, tenfold.js and tenfold.wasm in the site folder. The script is classic, so it also works
# pasted into one file opened from disk; it defines createTenfold(). EXPORTS are C functions the page may call.
# What only rooms need is in rooms.wasm (see split.mjs). Beside the site lie tenfold.whole.wasm, the program in one piece,
# and tenfold.symbols, its functions' names, which the size report reads.
function(tenfold_app)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "SOURCES;LINKS;EXPORTS")
  add_executable(tenfold ${arg_SOURCES})
  tenfold_link(tenfold ${arg_LINKS})
  target_compile_options(tenfold PRIVATE -Oz)
  list(TRANSFORM arg_EXPORTS PREPEND _)
  list(JOIN arg_EXPORTS "," exports)
  target_link_options(tenfold PRIVATE -Oz --closure 1 --emit-symbol-map -sENVIRONMENT=web,worker -sMODULARIZE=1 -sEXPORT_NAME=createTenfold
    -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=256KB
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0 -sGL_TRACK_ERRORS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0 -sGL_POOL_TEMP_BUFFERS=0
    -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0 -sTEXTDECODER=2 "-sEXPORTED_FUNCTIONS=_main,_malloc,_free,${exports}"
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8,HEAPU8)
  set(site ${CMAKE_BINARY_DIR}/site)
  set(whole ${CMAKE_BINARY_DIR}/tenfold.whole.wasm)
  set_target_properties(tenfold PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${site})
  # Beside Emscripten lie Binaryen's tools: in its own kit in bin, in a Debian package two folders up.
  find_program(wasm_split wasm-split REQUIRED NO_CACHE
               HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin ${EMSCRIPTEN_ROOT_PATH}/../../bin)
  get_filename_component(tools ${wasm_split} DIRECTORY)
  add_custom_command(TARGET tenfold POST_BUILD VERBATIM
    COMMAND ${CMAKE_COMMAND} -E rename ${site}/tenfold.js.symbols ${CMAKE_BINARY_DIR}/tenfold.symbols
    COMMAND ${CMAKE_COMMAND} -E rename ${site}/tenfold.wasm ${whole}
    COMMAND node ${CMAKE_SOURCE_DIR}/src/cmake/split.mjs ${tools} ${whole} ${CMAKE_BINARY_DIR}/tenfold.symbols
            ${site}/tenfold.wasm ${site}/rooms.wasm tenfold_add_room tenfold_add_problem tenfold_take_draft)
  set_target_properties(tenfold PROPERTIES LINK_DEPENDS ${CMAKE_SOURCE_DIR}/src/cmake/split.mjs)
endfunction()
