// The shader's own elementary functions, colors and finishes: what GLSL offers differs from chip to chip. In the order of
// src/core/cppn/palette-color.ts and color-pixel.ts; the polynomials are those of src/kernel/vectors.ts.
import type { Coloring } from '#core/cppn/coloring.ts';
import type { CoordinateTerm } from '#core/cppn/kernel-coordinates.ts';
import type { ActivationName } from '#core/nn/activations.ts';

/** Each of the sum `s`, which is limited already. */
export const activationCode: Record<ActivationName, string> = {
  identity: 's',
  pass: 's',
  sin: 'sine(s)',
  cos: 'cosine(s)',
  tanh: 'tangent(s)',
  sigmoid: 'sigmoid(s)',
  'sigmoid-bipolar': 'sigmoid(s) * 2.0 - 1.0',
  gaussian: 'bell(s, -1.4426950408889634)',
  'gaussian-bipolar': 'bell(s, -1.4426950408889634) * 2.0 - 1.0',
  'gaussian-half': 'bell(s, -0.7213475204444817)',
  relu: 'max(s, 0.0)',
  softplus: 'softplus(s)',
  abs: 'abs(s)',
  'abs-soft': 'sqrt(s * s + 0.003) - 0.6',
  square: 's * s',
  step: '(s > 0.0 ? 1.0 : 0.0)',
  clamp: 'clamp(s, 0.0, 1.0)',
};

/** Each less its value in the middle of the picture. (x, y): from there; (X, Y): of the plane. */
export const termCode: Record<Exclude<CoordinateTerm, 'x' | 'y'>, string> = {
  radius: '(centerR > 0.0 ? (x * (X + centerX) + y * (Y + centerY)) / (R + centerR) : R)',
  'x-root': 'x * (X + centerX) / (sqrt(X * X + 0.0004) + centerRootX)',
  'y-root': 'y * (Y + centerY) / (sqrt(Y * Y + 0.0004) + centerRootY)',
  'cos-1': '(R > 0.0 ? X / R : 0.0)',
  'sin-1': '(R > 0.0 ? Y / R : 0.0)',
  'cos-2': '(R > 0.0 ? (X * X - Y * Y) / (R * R) : 0.0)',
  'sin-2': '(R > 0.0 ? 2.0 * (X / R) * (Y / R) : 0.0)',
  'cos-3': '(R > 0.0 ? (X / R) * ((X / R) * (X / R) - 3.0 * ((Y / R) * (Y / R))) : 0.0)',
  'sin-3': '(R > 0.0 ? (Y / R) * (3.0 * ((X / R) * (X / R)) - (Y / R) * (Y / R)) : 0.0)',
};

export const elementary = `
/** sin(x - turns pi), whose sign an odd n turns: by its bit, since a branch costs more than all the rest. */
float halfTurns(float n, float turns, float x) {
  float r = x - turns * 3.140625;
  r -= turns * 0.0009670257568359375;
  r -= turns * 6.278329471e-7;
  float z = r * r;
  float p = 2.600054812608342e-6 * z - 0.000198066152239441;
  p = p * z + 0.008333017291917521;
  p = p * z - 0.16666657096521595;
  return intBitsToFloat(floatBitsToInt(r * z * p + r) ^ (int(n) << 31));
}
float sine(float x) {
  float n = floor(x * 0.3183098861837907 + 0.5);
  return halfTurns(n, n, x);
}
float cosine(float x) {
  float n = floor(x * 0.3183098861837907 + 1.0);
  return halfTurns(n, n - 0.5, x);
}
/** 2^t, t in [-126, 127] */
float powerOfTwo(float t) {
  float n = floor(t + 0.5);
  float f = t - n;
  float p = 0.00015353362232014777 * f + 0.0013398874457398909;
  p = p * f + 0.009618437356827403;
  p = p * f + 0.05550332470986888;
  p = p * f + 0.24022647913631195;
  p = p * f + 0.6931472028551569;
  p = p * f + 1.0;
  return p * intBitsToFloat((int(n) + 127) << 23);
}
float power(float x, float exponent) {
  int e = (floatBitsToInt(x) - 0x3f3504f3) >> 23;
  float m = intBitsToFloat(floatBitsToInt(x) - (e << 23));
  float s = (m - 1.0) / (m + 1.0);
  float z = s * s;
  float p = 0.43425655831792204 * z + 0.5765845094972739;
  p = p * z + 0.9618007596824469;
  p = p * z + 2.8853900727504227;
  return powerOfTwo(s * p * exponent + float(e) * exponent);
}
float tangent(float x) {
  return 1.0 - 2.0 / (powerOfTwo(clamp(x * 2.8853900817779268, -60.0, 60.0)) + 1.0);
}
float sigmoid(float x) {
  return 1.0 / (powerOfTwo(clamp(x * -1.4426950408889634, -60.0, 60.0)) + 1.0);
}
float bell(float x, float factor) {
  return powerOfTwo(max(x * x * factor, -126.0));
}
float softplus(float x) {
  float u = powerOfTwo(max(abs(x) * -1.4426950408889634, -126.0));
  float s = u / (u + 2.0);
  float z = s * s;
  float p = 0.28869748810993523 * z + 0.2778764770538287;
  p = p * z + 0.4003933445084786;
  p = p * z + 0.6666586900802023;
  p = p * z + 2.000000045120474;
  return s * p + max(x, 0.0);
}
uint hash(uint h) {
  h = (h ^ (h >> 16)) * 0x7feb352du;
  h = (h ^ (h >> 15)) * 0x846ca68bu;
  h = (h ^ (h >> 16)) * 0x2c1b3c6du;
  h = (h ^ (h >> 15)) * 0x297a2d39u;
  return h ^ (h >> 16);
}
uint place(ivec2 at, uint z) {
  return uint(at.x) * 0x9e3779b1u ^ uint(at.y) * 0x85ebca77u ^ z * 0xc2b2ae3du;
}
/** Into the tile around 0. */
float folded(float x) {
#if TILING == 0
  return x;
#else
  float span = TILING == 2 ? 2.0 * period : period;
  float rest = x - span * floor(x / span + (TILING == 2 ? 0.25 : 0.5));
  return TILING == 2 && rest > 0.5 * period ? period - rest : rest;
#endif
}
float encode(float x) {
  return x > 0.0031308 ? 1.055 * power(x, 0.4166666666666667) - 0.055 : 12.92 * x;
}
float decode(float x) {
  return x > 0.04045 ? power((x + 0.055) / 1.055, 2.4) : x / 12.92;
}
/** OKLab to linear sRGB. */
vec3 linearOf(float lightness, float a, float b) {
  float l = lightness + 0.3963377774 * a + 0.2158037573 * b;
  float m = lightness - 0.1055613458 * a - 0.0638541728 * b;
  float s = lightness - 0.0894841775 * a - 1.291485548 * b;
  vec3 lms = vec3(l * l * l, m * m * m, s * s * s);
  return vec3(
    dot(vec3(4.0767416621, -3.3077115913, 0.2309699292), lms),
    dot(vec3(-1.2684380046, 2.6097574011, -0.3413193965), lms),
    dot(vec3(-0.0041960863, -0.7034186147, 1.707614701), lms));
}
`;

const palette = `
uniform sampler2D palette;
/** Of a sample: position, height, light, 1 + chroma. */
vec4 prepare(vec3 value) {
  float wave = IS_SINE == 1 ? sine(gain * value.x) : tangent(gain * value.x);
  float light = tangent(value.y);
  return vec4(0.5 + 0.5 * wave, tangent(value.x) + 0.5 * light, light, 1.0 + chroma * tangent(value.z));
}
float tiltOf(vec2 slope) {
  vec2 g = slope * relief;
  float d = (0.55 * g.x + 0.65 * g.y + 0.52) / sqrt(1.0 + g.x * g.x + g.y * g.y);
  float d2 = d * d;
  float d4 = d2 * d2;
  float d8 = d4 * d4;
  return 0.26 * (d - 0.52) + (d > 0.0 ? 0.1 * (d8 * d8 * d2) : 0.0);
}
/** \`about\`: what relief adds to the lightness, and the slope of the lines. */
vec3 colorOf(vec4 prepared, vec2 about, ivec2 cell) {
  float t = prepared.x;
  float lightness = about.x;
  if (grain > 0.0) {
    uint noise = hash(place(cell, 0x67a1u));
    t += float(int((noise & 0xffffu) + (noise >> 16)) - 65535) * grain;
  }
  t = clamp(t, 0.0, 1.0);
  if (steps > 0.0) {
    float v = t * steps;
    float lower = min(steps - 1.0, floor(v));
    float r = v - lower;
    float q = min(1.0, r / 0.01);
    t = 0.86 * (lower - 0.5 + q) / steps + 0.14 * t;
    lightness -= edge * q * (1.0 - min(1.0, r / 0.22));
  }
  if (lines > 0.0) {
    float v = lines * prepared.x;
    float away = abs(v - floor(v + 0.5));
    lightness -= 0.32 * clamp(lineWidth - away / about.y, 0.0, 1.0);
  }
  lightness += shade * prepared.z;
  float at = max(t, 0.0) * 1023.0;
  float entry = min(floor(at), 1022.0);
  vec4 color = texelFetch(palette, ivec2(int(entry), 0), 0) + texelFetch(palette, ivec2(int(entry), 1), 0) * (at - entry);
  lightness = clamp(lightness + color.x, 0.06, 0.985);
  return clamp(linearOf(lightness, color.y * prepared.w, color.z * prepared.w), 0.0, 1.0);
}
`;

/** Colorings without a palette take each sample by itself. */
const plain = (color: string) => `
vec4 prepare(vec3 value) {
  return vec4(value, 0.0);
}
float tiltOf(vec2 slope) {
  return 0.0;
}
vec3 averaged(vec3 color) {
  return shownCount > 1.0 ? vec3(decode(color.r), decode(color.g), decode(color.b)) : color;
}
vec3 colorOf(vec4 prepared, vec2 about, ivec2 cell) {
${color}
}
`;

export const coloringCode: Record<Coloring['kind'], string> = {
  palette,
  rgb: plain('  return averaged(vec3(sigmoid(prepared.x), sigmoid(prepared.y), sigmoid(prepared.z)));'),
  ink: plain('  return averaged(vec3(min(1.0, abs(prepared.x))));'),
  hsv: plain(`
  float h = (prepared.x + 1.0 - floor(prepared.x + 1.0)) * 6.0;
  float s = clamp(prepared.y, 0.0, 1.0);
  float v = min(1.0, abs(prepared.z));
  vec3 shares = vec3(abs(h - 3.0) - 1.0, 2.0 - abs(h - 2.0), 2.0 - abs(h - 4.0));
  return averaged(v - v * s * (1.0 - clamp(shares, 0.0, 1.0)));`),
  oklch: plain(`
  float lightness = sigmoid(prepared.x);
  float turn = prepared.z * 0.5;
  float radians = (turn - floor(turn)) * 6.283185307179586;
  float a = cosine(radians);
  float b = sine(radians);
  float most = 0.0;
  float by = 0.2;
  for (int i = 0; i < 20; i++) {
    vec3 color = linearOf(lightness, a * (most + by), b * (most + by));
    if (all(greaterThanEqual(color, vec3(-1e-7))) && all(lessThanEqual(color, vec3(1.0000001)))) most += by;
    by *= 0.5;
  }
  float richness = min(most, 0.2 * sigmoid(prepared.y));
  return clamp(linearOf(lightness, a * richness, b * richness), 0.0, 1.0);`),
};
