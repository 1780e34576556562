# The third-party targets, all fetched, none copied into the repository. Each is named tenfold::<name>, as a folder of
# ours is, so a LINKS list reads the same for both.
include(fetch)

# Headers only: a folder on the include path, its warnings muted.
function(tenfold_headers name)
  add_library(tenfold_${name} INTERFACE)
  add_library(tenfold::${name} ALIAS tenfold_${name})
  target_include_directories(tenfold_${name} SYSTEM INTERFACE ${ARGN})
endfunction()

# A static library of third-party sources: compiled for size in the web build, with no warnings of ours.
function(tenfold_foreign_library name)
  add_library(tenfold_${name} STATIC ${ARGN})
  add_library(tenfold::${name} ALIAS tenfold_${name})
  target_compile_options(tenfold_${name} PRIVATE -w $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
endfunction()

tenfold_third_party(json_folder json PACKAGE nlohmann-json3-dev
  REPOSITORY https://github.com/nlohmann/json.git COMMIT 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03) # 3.11.3
tenfold_headers(json ${json_folder}/usr/include ${json_folder}/include)
target_compile_definitions(tenfold_json INTERFACE JSON_NOEXCEPTION)

tenfold_third_party(doctest_folder doctest PACKAGE doctest-dev
  REPOSITORY https://github.com/doctest/doctest.git COMMIT ae7a13539fb71f270b87eb2e874fbac80bc8dda2) # 2.4.11
tenfold_headers(doctest ${doctest_folder}/usr/include ${doctest_folder})
target_compile_definitions(tenfold_doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)

# Dear ImGui 1.92 or newer, whose fonts are dynamic; without its demo. Its options are ours: src/ui/imgui_config.h.
tenfold_third_party(imgui_folder imgui SOURCE imgui SUITES forky sid
  REPOSITORY https://github.com/ocornut/imgui.git COMMIT 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # 1.92.2b
tenfold_foreign_library(imgui ${imgui_folder}/imgui.cpp ${imgui_folder}/imgui_draw.cpp
                        ${imgui_folder}/imgui_tables.cpp ${imgui_folder}/imgui_widgets.cpp)
set_source_files_properties(${imgui_folder}/imgui.cpp PROPERTIES COMPILE_OPTIONS
                            "-include;${CMAKE_SOURCE_DIR}/src/ui/imgui_absent.h")
target_include_directories(tenfold_imgui SYSTEM PUBLIC ${imgui_folder} PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(tenfold_imgui PUBLIC IMGUI_USER_CONFIG="ui/imgui_config.h")

if(NOT EMSCRIPTEN)
  return()
endif()

# SDL's own CMake files probe for minutes; its sources need no probing for this platform. What the page does not use
# is neither compiled nor initialised.
tenfold_third_party(sdl2_folder sdl2 SOURCE libsdl2 SUITES trixie forky sid
  REPOSITORY https://github.com/libsdl-org/SDL.git COMMIT 2359383fc187386204c3bb22de89655a494cd128) # 2.32.4
file(GLOB sdl2_sources ${sdl2_folder}/src/*.c)
foreach(folder IN ITEMS atomic cpuinfo events file filesystem/emscripten libm loadso/dummy locale locale/emscripten misc
                        misc/emscripten stdlib thread thread/generic timer timer/unix video video/emscripten
                        video/yuv2rgb)
  file(GLOB sources ${sdl2_folder}/src/${folder}/*.c)
  list(APPEND sdl2_sources ${sources})
endforeach()
# What sdl_absent.c answers for: surfaces in memory, hints, touch and gestures.
list(FILTER sdl2_sources EXCLUDE REGEX "SDL_(blit|RLE|bmp|fillrect|pixels|shape|stretch|surface|yuv)|framebuffer|yuv2rgb")
list(FILTER sdl2_sources EXCLUDE REGEX "SDL_(gesture|hints|touch)")
tenfold_foreign_library(sdl2 ${sdl2_sources} ${CMAKE_SOURCE_DIR}/src/app/sdl_absent.c)
target_include_directories(tenfold_sdl2 SYSTEM PUBLIC ${sdl2_folder}/include)
target_compile_options(tenfold_sdl2 PRIVATE -include ${CMAKE_SOURCE_DIR}/src/app/sdl_absent.h)
target_compile_definitions(tenfold_sdl2 PUBLIC SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_HAPTIC_DISABLED=1
                           SDL_SENSOR_DISABLED=1 SDL_RENDER_DISABLED=1 SDL_POWER_DISABLED=1
                           SDL_LOADSO_DUMMY=1 SDL_LEAN_AND_MEAN=1)
