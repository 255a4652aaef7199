import { multiplyAdd } from './multiply-add';

/** How many rows are summed before they are added to the total, which limits the rounding error of long sums. */
const rowBlock: i32 = 128;

/** out[c] = factor · Σ over rows of x[row, c]. */
export function sumRows(x: usize, out: usize, rows: i32, columns: i32, factor: f32): void {
  memory.fill(out, 0, columns << 2);
  const bytes = columns << 2;
  for (let row = 0; row < rows; row += rowBlock) {
    const block = min(rowBlock, rows - row);
    let at = 0;
    for (; at + 64 <= bytes; at += 64) {
      let from = x + at;
      let sum0 = f32x4.splat(0);
      let sum1 = sum0;
      let sum2 = sum0;
      let sum3 = sum0;
      for (let left = block; left > 0; left--) {
        sum0 = f32x4.add(sum0, v128.load(from));
        sum1 = f32x4.add(sum1, v128.load(from, 16));
        sum2 = f32x4.add(sum2, v128.load(from, 32));
        sum3 = f32x4.add(sum3, v128.load(from, 48));
        from += bytes;
      }
      v128.store(out + at, f32x4.add(v128.load(out + at), sum0));
      v128.store(out + at, f32x4.add(v128.load(out + at, 16), sum1), 16);
      v128.store(out + at, f32x4.add(v128.load(out + at, 32), sum2), 32);
      v128.store(out + at, f32x4.add(v128.load(out + at, 48), sum3), 48);
    }
    for (; at < bytes; at += 4) {
      let from = x + at;
      let sum: f32 = 0;
      for (let left = block; left > 0; left--) {
        sum += load<f32>(from);
        from += bytes;
      }
      store<f32>(out + at, load<f32>(out + at) + sum);
    }
    x += block * bytes;
  }
  for (let at = 0; at < bytes; at += 4) store<f32>(out + at, load<f32>(out + at) * factor);
}

/** out[row, c] = factor · x[c]. */
export function repeatRow(x: usize, out: usize, rows: i32, columns: i32, factor: f32): void {
  const bytes = columns << 2;
  for (let row = 0; row < rows; row++) {
    let at = 0;
    for (; at + 16 <= bytes; at += 16) {
      v128.store(out + at, f32x4.mul(v128.load(x + at), f32x4.splat(factor)));
    }
    for (; at < bytes; at += 4) store<f32>(out + at, load<f32>(x + at) * factor);
    out += bytes;
  }
}

/** out[c] = Σ over rows of dy[row, c] · (x[row, c] − mean[c]). */
export function sumDeviations(x: usize, mean: usize, dy: usize, out: usize, rows: i32, columns: i32): void {
  const bytes = columns << 2;
  memory.fill(out, 0, bytes);
  for (let row = 0; row < rows; row += rowBlock) {
    const block = min(rowBlock, rows - row);
    let at = 0;
    for (; at + 32 <= bytes; at += 32) {
      const mean0 = v128.load(mean + at);
      const mean1 = v128.load(mean + at, 16);
      let sum0 = f32x4.splat(0);
      let sum1 = sum0;
      let offset: usize = at;
      for (let left = block; left > 0; left--) {
        sum0 = multiplyAdd(v128.load(dy + offset), f32x4.sub(v128.load(x + offset), mean0), sum0);
        sum1 = multiplyAdd(v128.load(dy + offset, 16), f32x4.sub(v128.load(x + offset, 16), mean1), sum1);
        offset += bytes;
      }
      v128.store(out + at, f32x4.add(v128.load(out + at), sum0));
      v128.store(out + at, f32x4.add(v128.load(out + at, 16), sum1), 16);
    }
    for (; at < bytes; at += 4) {
      let sum: f32 = 0;
      let offset: usize = at;
      for (let left = block; left > 0; left--) {
        sum += load<f32>(dy + offset) * (load<f32>(x + offset) - load<f32>(mean + at));
        offset += bytes;
      }
      store<f32>(out + at, load<f32>(out + at) + sum);
    }
    x += block * bytes;
    dy += block * bytes;
  }
}

/** y[row, c] = (x[row, c] − mean[c]) · factor[c] + offset[c]: batch normalization. */
export function normalizeRows(
  x: usize,
  mean: usize,
  factor: usize,
  offset: usize,
  y: usize,
  rows: i32,
  columns: i32,
): void {
  const bytes = columns << 2;
  for (let row = 0; row < rows; row++) {
    let at = 0;
    for (; at + 16 <= bytes; at += 16) {
      const deviation = f32x4.sub(v128.load(x + at), v128.load(mean + at));
      v128.store(y + at, multiplyAdd(deviation, v128.load(factor + at), v128.load(offset + at)));
    }
    for (; at < bytes; at += 4) {
      const deviation = load<f32>(x + at) - load<f32>(mean + at);
      store<f32>(y + at, deviation * load<f32>(factor + at) + load<f32>(offset + at));
    }
    x += bytes;
    y += bytes;
  }
}

/** out[segment[row]] += x[row]; ignores rows whose segment is not in 0 … segments − 1. */
export function sumSegments(
  x: usize,
  segment: usize,
  out: usize,
  rows: i32,
  columns: i32,
  segments: i32,
): void {
  const bytes = columns << 2;
  memory.fill(out, 0, segments * bytes);
  for (let row = 0; row < rows; row++) {
    const to = load<i32>(segment + (row << 2));
    if (<u32>to < <u32>segments) {
      for (let at = 0; at < bytes; at += 4) {
        const sum = out + to * bytes + at;
        store<f32>(sum, load<f32>(sum) + load<f32>(x + at));
      }
    }
    x += bytes;
  }
}
