/** dx = dy where `low ≤ x ≤ high`, else 0; of `count` floats each. */
export function clipGradient(x: usize, dy: usize, dx: usize, count: i32, low: f32, high: f32): void {
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  const end = count << 2;
  let at = 0;
  for (; at + 16 <= end; at += 16) {
    const value = v128.load(x + at);
    const isInside = v128.and(f32x4.ge(value, lows), f32x4.le(value, highs));
    v128.store(dx + at, v128.and(v128.load(dy + at), isInside));
  }
  for (; at < end; at += 4) {
    const value = load<f32>(x + at);
    store<f32>(dx + at, value >= low && value <= high ? load<f32>(dy + at) : 0);
  }
}

/** dx = dy where `0 < x ≤ high`, else 0: the gradient of relu, with a `high` of 6 that of relu6. */
export function reluGradient(x: usize, dy: usize, dx: usize, count: i32, high: f32): void {
  const zero = f32x4.splat(0);
  const highs = f32x4.splat(high);
  const end = count << 2;
  let at = 0;
  for (; at + 16 <= end; at += 16) {
    const value = v128.load(x + at);
    const isInside = v128.and(f32x4.gt(value, zero), f32x4.le(value, highs));
    v128.store(dx + at, v128.and(v128.load(dy + at), isInside));
  }
  for (; at < end; at += 4) {
    const value = load<f32>(x + at);
    store<f32>(dx + at, value > 0 && value <= high ? load<f32>(dy + at) : 0);
  }
}

/** y = min(max(y + bias, low), high) in place; `bias` is a row of `columns`. */
export function addBias(y: usize, bias: usize, rows: i32, columns: i32, low: f32, high: f32): void {
  const bytes = columns << 2;
  const lows = f32x4.splat(low);
  const highs = f32x4.splat(high);
  for (let row = 0; row < rows; row++) {
    let at = 0;
    for (; at + 16 <= bytes; at += 16) {
      const sum = f32x4.add(v128.load(y + at), v128.load(bias + at));
      v128.store(y + at, f32x4.min(f32x4.max(sum, lows), highs));
    }
    for (; at < bytes; at += 4) {
      store<f32>(y + at, min(max(load<f32>(y + at) + load<f32>(bias + at), low), high));
    }
    y += bytes;
  }
}

/** y = x · factor; `factor` is a row of `columns`. */
export function scaleColumns(x: usize, factor: usize, y: usize, rows: i32, columns: i32): void {
  const bytes = columns << 2;
  for (let row = 0; row < rows; row++) {
    let at = 0;
    for (; at + 16 <= bytes; at += 16) {
      v128.store(y + at, f32x4.mul(v128.load(x + at), v128.load(factor + at)));
    }
    for (; at < bytes; at += 4) store<f32>(y + at, load<f32>(x + at) * load<f32>(factor + at));
    x += bytes;
    y += bytes;
  }
}
