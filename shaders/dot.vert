#version 300 es
// One quad for each moving request, placed by its instance: centre and radius in CSS pixels from the
// viewport's top left. The quad reaches one device pixel further than the shape, for its soft edge.
precision highp float;

uniform vec2 viewport;  // CSS px
uniform float ratio;    // device px for each CSS px

layout(location = 0) in vec2 centre;
layout(location = 1) in float radius;
layout(location = 2) in vec4 colour;
layout(location = 3) in float shape;

out vec2 offset;  // from the centre, in device px
flat out float reach;
flat out vec4 paint;
flat out int kind;

void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  reach = radius * ratio;
  offset = corner * (reach + 1.0);
  paint = colour;
  kind = int(shape + 0.5);
  vec2 place = (centre + offset / ratio) / viewport;
  gl_Position = vec4(place.x * 2.0 - 1.0, 1.0 - place.y * 2.0, 0.0, 1.0);
}
