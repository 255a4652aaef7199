/**
 * Returns `a * b + c` in each of four lanes. The build with relaxed SIMD uses one fused instruction, which rounds once, so that
 * the two builds differ in the last bit.
 */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
