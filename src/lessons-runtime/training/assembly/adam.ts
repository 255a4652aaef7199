/**
 * One step of Adam for `count` weights, in the order of tfjs's own operations, so that it rounds identically.
 * @param beta1 the decay of the first moment, `beta2` of the second
 * @param gain1 1 − β₁, the weight of the gradient; `gain2` is 1 − β₂
 * @param bias1 1 − β₁ to the power of the step, by which the moment is divided; `bias2` the same for β₂
 * @param rate the learning rate, negated
 */
export function adamStep(
  value: usize,
  gradient: usize,
  moment1: usize,
  moment2: usize,
  newValue: usize,
  newMoment1: usize,
  newMoment2: usize,
  count: i32,
  beta1: f32,
  gain1: f32,
  beta2: f32,
  gain2: f32,
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
      f32x4.mul(v128.load(moment1 + at), f32x4.splat(beta1)),
      f32x4.mul(slope, f32x4.splat(gain1)),
    );
    const second = f32x4.add(
      f32x4.mul(v128.load(moment2 + at), f32x4.splat(beta2)),
      f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(gain2)),
    );
    const spread = f32x4.add(f32x4.sqrt(f32x4.div(second, f32x4.splat(bias2))), f32x4.splat(epsilon));
    const step = f32x4.mul(f32x4.div(f32x4.div(first, f32x4.splat(bias1)), spread), f32x4.splat(rate));
    v128.store(newMoment1 + at, first);
    v128.store(newMoment2 + at, second);
    v128.store(newValue + at, f32x4.add(step, v128.load(value + at)));
  }
  for (; at < end; at += 4) {
    const slope = load<f32>(gradient + at);
    const first = load<f32>(moment1 + at) * beta1 + slope * gain1;
    const second = load<f32>(moment2 + at) * beta2 + slope * slope * gain2;
    store<f32>(newMoment1 + at, first);
    store<f32>(newMoment2 + at, second);
    const step = (first / bias1 / (sqrt<f32>(second / bias2) + epsilon)) * rate;
    store<f32>(newValue + at, step + load<f32>(value + at));
  }
}
