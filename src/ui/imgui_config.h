// Dear ImGui as this product uses it: a renderer of our own widgets. What the page never shows is
// left out, which is a tenth of the program.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DEFINE_MATH_OPERATORS

// What our own code does wrong is found by the tests, where it is an assertion; a learner is not
// told of it.
#ifdef NDEBUG
#define IM_ASSERT_USER_ERROR(_EXPR, _MSG) static_cast<void>(0)
#endif
