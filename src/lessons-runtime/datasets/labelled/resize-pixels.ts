import type { RgbImage } from '../augmentation.ts';

/** The pixels that are averaged into one pixel of the result. */
interface Window {
  readonly first: number;
  /** Add up to 1. */
  readonly weights: readonly number[];
}

/**
 * Resizes a picture to a square. A triangle filter, as wide as the reduction requires, prevents aliasing; enlarging is bilinear
 * interpolation. Uses only arithmetic that gives identical results in every engine.
 * @param size side of the result in pixels
 */
export function resizePixels(picture: RgbImage, size: number): RgbImage {
  const { width, height, data } = picture;
  if (width === size && height === size) return picture;
  const columns = windows(width, size);
  const rows = windows(height, size);
  const narrow = new Float64Array(height * size * 3);
  for (let y = 0; y < height; y += 1)
    columns.forEach((window, x) => {
      addWeighted(data, 3 * y * width, 3, window, narrow, 3 * (y * size + x));
    });
  const sums = new Float64Array(size * size * 3);
  rows.forEach((window, y) => {
    for (let x = 0; x < size; x += 1) addWeighted(narrow, 3 * x, 3 * size, window, sums, 3 * (y * size + x));
  });
  return { width: size, height: size, data: Uint8Array.from(sums, Math.round) };
}

/** Adds up pixels of three channels that are `step` values apart. */
function addWeighted(
  values: ArrayLike<number>,
  start: number,
  step: number,
  { first, weights }: Window,
  target: Float64Array,
  at: number,
): void {
  let from = start + first * step;
  for (const weight of weights) {
    for (let channel = 0; channel < 3; channel += 1)
      target[at + channel] = (target[at + channel] ?? 0) + weight * (values[from + channel] ?? 0);
    from += step;
  }
}

function windows(from: number, to: number): readonly Window[] {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, place) => {
    const centre = (place + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - reach));
    const last = Math.min(from - 1, Math.ceil(centre + reach));
    const heights = Array.from({ length: last - first + 1 }, (__, step) =>
      Math.max(0, 1 - Math.abs(first + step + 0.5 - centre) / reach),
    );
    const sum = heights.reduce((total, height) => total + height, 0);
    return { first, weights: heights.map((height) => height / sum) };
  });
}
