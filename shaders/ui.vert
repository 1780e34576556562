#version 300 es
// What Dear ImGui draws: triangles in CSS pixels from the viewport's top left.
precision highp float;

uniform vec2 viewport;  // CSS px

layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 colour;

out vec2 at;
out vec4 tint;

void main() {
  at = texel;
  tint = colour;
  vec2 share = place / viewport;
  gl_Position = vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.0, 1.0);
}
