import { multiplyAdd } from './multiply-add';

/** Rows summed before they join the total, so that the rounding of a long sum stays that of a short one. */
const rowBlock: i32 = 128;

/** out[c] = Σ over `rows` of x[row, c]. */
export function sumRows(x: usize, out: usize, rows: i32, columns: i32): void {
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
}

/** out[c] = Σ over `rows` of dy[row, c] · (x[row, c] − mean[c]). */
export function sumDeviations(x: usize, mean: usize, dy: usize, out: usize, rows: i32, columns: i32): void {
  const bytes = columns << 2;
  let at = 0;
  for (; at + 16 <= bytes; at += 16) {
    const middle = v128.load(mean + at);
    let total = f32x4.splat(0);
    let offset: usize = at;
    for (let row = 0; row < rows; row += rowBlock) {
      let sum = f32x4.splat(0);
      for (let left = min(rowBlock, rows - row); left > 0; left--) {
        sum = multiplyAdd(v128.load(dy + offset), f32x4.sub(v128.load(x + offset), middle), sum);
        offset += bytes;
      }
      total = f32x4.add(total, sum);
    }
    v128.store(out + at, total);
  }
  for (; at < bytes; at += 4) {
    let total: f32 = 0;
    let offset: usize = at;
    for (let row = 0; row < rows; row += rowBlock) {
      let sum: f32 = 0;
      for (let left = min(rowBlock, rows - row); left > 0; left--) {
        sum += load<f32>(dy + offset) * (load<f32>(x + offset) - load<f32>(mean + at));
        offset += bytes;
      }
      total += sum;
    }
    store<f32>(out + at, total);
  }
}

/** out[segment[row]] += x[row]; rows of a segment outside 0 … segments − 1 are left out. */
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
