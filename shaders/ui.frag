#version 300 es
// A colour times a texel: of a glyph, or of the white pixel for plain shapes.
precision mediump float;

uniform sampler2D image;

in vec2 at;
in vec4 tint;

out vec4 colour;

void main() {
  colour = tint * texture(image, at);
}
