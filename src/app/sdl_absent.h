/* Read before each source of SDL.

   SDL listens for everything and keeps what it hears: a touch then neither scrolls nor clicks, a
   key neither moves the focus nor reloads, and a page that listens for leaving cannot be kept alive
   for a step back. The page handles all these itself, and neither fills the screen nor holds the
   mouse. Of SDL it wants where the mouse and the focus are; the other calls become calls of
   nothing, and what they would have called goes. So does SDL's way to a WebGL context, which goes
   through an EGL: Emscripten has a direct one. */
#pragma once

#include <emscripten/html5.h>

#include "SDL_config.h"

#undef SDL_VIDEO_OPENGL_EGL

#undef emscripten_set_beforeunload_callback
#undef emscripten_set_fullscreenchange_callback
#undef emscripten_set_keydown_callback
#undef emscripten_set_keypress_callback
#undef emscripten_set_keyup_callback
#undef emscripten_set_pointerlockchange_callback
#undef emscripten_set_resize_callback
#undef emscripten_set_touchcancel_callback
#undef emscripten_set_touchend_callback
#undef emscripten_set_touchmove_callback
#undef emscripten_set_touchstart_callback
#undef emscripten_set_visibilitychange_callback
#undef emscripten_set_wheel_callback

#define emscripten_set_beforeunload_callback(...) 0
#define emscripten_set_fullscreenchange_callback(...) 0
#define emscripten_set_keydown_callback(...) 0
#define emscripten_set_keypress_callback(...) 0
#define emscripten_set_keyup_callback(...) 0
#define emscripten_set_pointerlockchange_callback(...) 0
#define emscripten_set_resize_callback(...) 0
#define emscripten_set_touchcancel_callback(...) 0
#define emscripten_set_touchend_callback(...) 0
#define emscripten_set_touchmove_callback(...) 0
#define emscripten_set_touchstart_callback(...) 0
#define emscripten_set_visibilitychange_callback(...) 0
#define emscripten_set_wheel_callback(...) 0

#define emscripten_exit_fullscreen(...) 0
#define emscripten_exit_pointerlock(...) 0
#define emscripten_request_fullscreen_strategy(...) 0
#define emscripten_request_pointerlock(...) 0
