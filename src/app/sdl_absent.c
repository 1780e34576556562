/* SDL is built without gamepads and without its 2D renderer, but SDL's own video code and Dear ImGui's back end still
 * ask for them. These answers, "there is none", keep 11 KB of unused code out of the download. */
#include <EGL/egl.h>
#include <SDL.h>

/* Emscripten's own answer drags in every WebGL function there is: 4 KB compressed. SDL would only look for extensions
 * that matter to others. */
__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char* name) {
  (void)name;
  return NULL;
}

SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
  (void)window;
  return NULL;
}

void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }

int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height) {
  (void)renderer, (void)width, (void)height;
  return -1;
}

SDL_bool SDL_IsGameController(int index) {
  (void)index;
  return SDL_FALSE;
}

SDL_GameController* SDL_GameControllerOpen(int index) {
  (void)index;
  return NULL;
}

void SDL_GameControllerClose(SDL_GameController* gamepad) { (void)gamepad; }

Uint8 SDL_GameControllerGetButton(SDL_GameController* gamepad, SDL_GameControllerButton button) {
  (void)gamepad, (void)button;
  return 0;
}

Sint16 SDL_GameControllerGetAxis(SDL_GameController* gamepad, SDL_GameControllerAxis axis) {
  (void)gamepad, (void)axis;
  return 0;
}
