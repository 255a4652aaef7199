/**
 * One step of Adam for `count` weights, in the order of tfjs's own operations, so that it rounds as they do.
 * @param kept1 and `kept2`: what stays of the moments (β); `new1`, `new2`: what comes of the gradient (1 − β)
 * @param bias1 and `bias2`: what the moments are divided by (1 − β to the power of the steps)
 * @param rate the learning rate, negative
 */
export function adamStep(
  value: usize,
  gradient: usize,
  moment1: usize,
  moment2: usize,
  toValue: usize,
  toMoment1: usize,
  toMoment2: usize,
  count: i32,
  kept1: f32,
  new1: f32,
  kept2: f32,
  new2: f32,
  bias1: f32,
  bias2: f32,
  rate: f32,
  epsilon: f32,
): void {
  const end = count << 2;
  let at = 0;
  for (; at + 16 <= end; at += 16) {
    const slope = v128.load(gradient + at);
    const first = f32x4.add(
      f32x4.mul(v128.load(moment1 + at), f32x4.splat(kept1)),
      f32x4.mul(slope, f32x4.splat(new1)),
    );
    const second = f32x4.add(
      f32x4.mul(v128.load(moment2 + at), f32x4.splat(kept2)),
      f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(new2)),
    );
    const spread = f32x4.add(f32x4.sqrt(f32x4.div(second, f32x4.splat(bias2))), f32x4.splat(epsilon));
    const step = f32x4.mul(f32x4.div(f32x4.div(first, f32x4.splat(bias1)), spread), f32x4.splat(rate));
    v128.store(toMoment1 + at, first);
    v128.store(toMoment2 + at, second);
    v128.store(toValue + at, f32x4.add(step, v128.load(value + at)));
  }
  for (; at < end; at += 4) {
    const slope = load<f32>(gradient + at);
    const first = load<f32>(moment1 + at) * kept1 + slope * new1;
    const second = load<f32>(moment2 + at) * kept2 + slope * slope * new2;
    store<f32>(toMoment1 + at, first);
    store<f32>(toMoment2 + at, second);
    const step = (first / bias1 / (sqrt<f32>(second / bias2) + epsilon)) * rate;
    store<f32>(toValue + at, step + load<f32>(value + at));
  }
}
