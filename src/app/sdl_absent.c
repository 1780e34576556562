/* SDL is built without what the page never uses, but its other parts still ask for that. These answers, "there is
 * none", keep a tenth of the download away: blitters, gestures, hints and so on. */
#include <SDL.h>

typedef struct SDL_VideoDevice SDL_VideoDevice;

/* The 2D renderer, and surfaces in memory. */

SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
  (void)window;
  return NULL;
}

void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }

/* Emscripten has these two of another SDL, in JavaScript, and its main loop with them. */

SDL_Surface* SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 red, Uint32 green, Uint32 blue,
                                  Uint32 alpha) {
  (void)flags, (void)width, (void)height, (void)depth, (void)red, (void)green, (void)blue, (void)alpha;
  return NULL;
}

void SDL_FreeSurface(SDL_Surface* surface) { (void)surface; }

SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags) {
  (void)surface, (void)format, (void)flags;
  return NULL;
}

int Emscripten_CreateWindowFramebuffer(SDL_VideoDevice* device, SDL_Window* window, Uint32* format, void** pixels,
                                       int* pitch) {
  (void)device, (void)window, (void)format, (void)pixels, (void)pitch;
  return -1;
}

int Emscripten_UpdateWindowFramebuffer(SDL_VideoDevice* device, SDL_Window* window, const SDL_Rect* rects, int count) {
  (void)device, (void)window, (void)rects, (void)count;
  return -1;
}

void Emscripten_DestroyWindowFramebuffer(SDL_VideoDevice* device, SDL_Window* window) { (void)device, (void)window; }

/* Hints: each has its usual value. The code that a hint would have switched on goes too, SDL's log of every event
 * above all. */

void SDL_AddHintCallback(const char* name, SDL_HintCallback callback, void* data) {
  (void)name, (void)callback, (void)data;
}

void SDL_DelHintCallback(const char* name, SDL_HintCallback callback, void* data) {
  (void)name, (void)callback, (void)data;
}

const char* SDL_GetHint(const char* name) {
  (void)name;
  return NULL;
}

SDL_bool SDL_GetHintBoolean(const char* name, SDL_bool usual) {
  (void)name;
  return usual;
}

SDL_bool SDL_SetHint(const char* name, const char* value) {
  (void)name, (void)value;
  return SDL_FALSE;
}

/* Touch, which the mouse is asked about, and gestures. */

int SDL_TouchInit(void) { return 0; }

void SDL_TouchQuit(void) {}

int SDL_SendTouch(SDL_TouchID touch, SDL_FingerID finger, SDL_Window* window, SDL_bool down, float x, float y,
                  float pressure) {
  (void)touch, (void)finger, (void)window, (void)down, (void)x, (void)y, (void)pressure;
  return 0;
}

int SDL_SendTouchMotion(SDL_TouchID touch, SDL_FingerID finger, SDL_Window* window, float x, float y, float pressure) {
  (void)touch, (void)finger, (void)window, (void)x, (void)y, (void)pressure;
  return 0;
}

void SDL_GestureProcessEvent(SDL_Event* event) { (void)event; }
