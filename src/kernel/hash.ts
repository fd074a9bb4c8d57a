// hash32 of src/core/math/random.ts, four at a time.

export const MIX_X: i32 = 0x9e3779b1;
export const MIX_Y: i32 = 0x85ebca77;
export const MIX_Z: i32 = 0xc2b2ae3d;

/** `mixed`: x MIX_X ^ y MIX_Y ^ z MIX_Z. */
export function hashOf(mixed: v128): v128 {
  let h = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 16)), i32x4.splat(0x7feb352d));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x846ca68b));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), i32x4.splat(0x2c1b3c6d));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x297a2d39));
  return v128.xor(h, i32x4.shr_u(h, 16));
}
