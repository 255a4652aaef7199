/**
 * `a * b + c` in each of four lanes: fused to one instruction where the build may use relaxed SIMD, two elsewhere.
 * Fused it rounds once, so the two builds differ in the last bit.
 */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
