#version 300 es
// The shape by its distance to the edge, so that it is smooth at every size: a disc is a request, a ring
// an answer, a cross a failure. Shape, not only colour, tells them apart.
precision highp float;

in vec2 offset;
flat in float reach;
flat in vec4 paint;
flat in int kind;

out vec4 colour;

float disc(vec2 p) { return length(p) - reach; }

float ring(vec2 p) {
  float thickness = max(1.0, reach * 0.36);
  return abs(length(p) - (reach - thickness * 0.5)) - thickness * 0.5;
}

float cross_shape(vec2 p) {
  float arm = max(1.0, reach * 0.3);
  vec2 turned = abs(vec2(p.x + p.y, p.x - p.y) * 0.70710678);
  vec2 bar = turned.x > turned.y ? turned : turned.yx;
  return max(bar.x - reach, bar.y - arm);
}

void main() {
  float edge = kind == 0 ? disc(offset) : kind == 1 ? ring(offset) : cross_shape(offset);
  float cover = clamp(0.5 - edge, 0.0, 1.0);
  colour = vec4(paint.rgb, paint.a * cover);
}
