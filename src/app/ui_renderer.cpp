// Textures follow ImGui's atlas; each list's vertices go up at once, and its commands are drawn one
// by one.
#include "app/ui_renderer.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "app/gl_program.h"
#include "embedded/ui_frag.h"
#include "embedded/ui_vert.h"

namespace tenfold::app {
namespace {

int device_px(float length, float ratio) { return static_cast<int>(length * ratio); }

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.TexID); }

void create_texture(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA,
               GL_UNSIGNED_BYTE, texture.GetPixels());
  texture.SetTexID(name);
  texture.SetStatus(ImTextureStatus_OK);
}

void update_texture(ImTextureData& texture) {
  glBindTexture(GL_TEXTURE_2D, name_of(texture));
  glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
  for (const ImTextureRect& rect : texture.Updates) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_RGBA, GL_UNSIGNED_BYTE,
                    texture.GetPixelsAt(rect.x, rect.y));
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void destroy_texture(ImTextureData& texture) {
  const GLuint name = name_of(texture);
  glDeleteTextures(1, &name);
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

// Glyphs come into the atlas as they are first drawn, so textures change while the page is read.
void keep_up(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      create_texture(texture);
      break;
    case ImTextureStatus_WantUpdates:
      update_texture(texture);
      break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames > 0) destroy_texture(texture);
      break;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      break;
  }
}

void vertex_attributes(std::size_t first) {
  const auto attribute = [first](GLuint place, GLint count, GLenum type, GLboolean shares,
                                 std::size_t offset) {
    glVertexAttribPointer(place, count, type, shares, sizeof(ImDrawVert),
                          reinterpret_cast<const void*>(first * sizeof(ImDrawVert) + offset));
  };
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
}

}  // namespace

void UiRenderer::announce() {
  ImGui::GetIO().BackendFlags |=
      ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

void UiRenderer::create() {
  program_ = link_program(embedded::kUiVert, embedded::kUiFrag);
  viewport_ = glGetUniformLocation(program_, "viewport");
  glGenVertexArrays(1, &layout_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(layout_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (const GLuint place : {0u, 1u, 2u}) glEnableVertexAttribArray(place);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  vertex_attributes(first_vertex_);
}

void UiRenderer::forget() {
  *this = UiRenderer();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->TexID == ImTextureID_Invalid) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                      : ImTextureStatus_WantCreate);
  }
}

void UiRenderer::set_state(const ImDrawData& data) const {
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  glUseProgram(program_);
  glUniform2f(viewport_, data.DisplaySize.x, data.DisplaySize.y);
  glBindVertexArray(layout_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
}

void UiRenderer::draw_list(const ImDrawData& data, const ImDrawList& list) {
  const auto upload = [](GLenum target, const auto& items) {
    glBufferData(target, items.size_in_bytes(), items.Data, GL_STREAM_DRAW);
  };
  upload(GL_ARRAY_BUFFER, list.VtxBuffer);
  upload(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer);
  const ImVec2 ratio = data.FramebufferScale;
  const int height = device_px(data.DisplaySize.y, ratio.y);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback == ImDrawCallback_ResetRenderState) {
      set_state(data);
      continue;
    }
    if (command.UserCallback != nullptr) {
      command.UserCallback(&list, &command);
      continue;
    }
    const int left = device_px(command.ClipRect.x, ratio.x);
    const int top = device_px(command.ClipRect.y, ratio.y);
    const int right = device_px(command.ClipRect.z, ratio.x);
    const int bottom = device_px(command.ClipRect.w, ratio.y);
    if (right <= left || bottom <= top) continue;
    glScissor(left, height - bottom, right - left, bottom - top);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
    // The layout keeps them, and calls of WebGL are most of what a frame's drawing costs.
    if (first_vertex_ != command.VtxOffset) vertex_attributes(first_vertex_ = command.VtxOffset);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                   sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

void UiRenderer::draw(const ImDrawData& data, ImU32 background) {
  if (program_ == 0) create();
  for (ImTextureData* texture : *data.Textures) keep_up(*texture);
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
  glViewport(0, 0, device_px(data.DisplaySize.x, data.FramebufferScale.x),
             device_px(data.DisplaySize.y, data.FramebufferScale.y));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(colour.x, colour.y, colour.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  set_state(data);
  for (const ImDrawList* list : data.CmdLists) draw_list(data, *list);
}

}  // namespace tenfold::app
