import type { OutputOf } from '../../protocol/output.ts';
import { picturesShown } from '../../protocol/output-limits.ts';
import type { TensorStatistics } from './tensor-statistics.ts';

type Pictures = NonNullable<OutputOf<'tensor'>['pictures']>;

/** In pixels; smaller tensors are more likely kernels or coordinates. */
const minSide = 8;
/** The maximum ratio of the longer to the shorter side. */
const maxAspectRatio = 8;
/** In pixels; larger pictures are subsampled. */
const sideLimits = { alone: 1024, inBatch: 256 };
/** How far a resize or a sigmoid may exceed the range. */
const tolerance = 1e-3;

/**
 * Returns the pictures of a tensor `[height, width, channels]` or `[batch, height, width, channels]` with 1, 3 or 4 channels and
 * values in 0…1, 0…255 or −1…1; `null` if the tensor does not look like pictures.
 *
 * @param sideLimit the maximum side of a picture in pixels
 */
export function picturesOf(
  values: ArrayLike<number>,
  shape: readonly number[],
  { range, nan, infinite }: TensorStatistics,
  sideLimit?: number,
): Pictures | null {
  if ((shape.length !== 3 && shape.length !== 4) || range === null || nan || infinite) return null;
  const [total = 0, height = 0, width = 0, channels = 0] = shape.length === 3 ? [1, ...shape] : shape;
  if (![1, 3, 4].includes(channels) || Math.min(height, width) < minSide) return null;
  if (Math.max(height, width) > maxAspectRatio * Math.min(height, width)) return null;
  const scale = scaleOf(range);
  if (scale === null) return null;

  const limit = sideLimit ?? (total > 1 ? sideLimits.inBatch : sideLimits.alone);
  const step = Math.ceil(Math.max(height, width) / limit);
  const size = { width: Math.floor(width / step), height: Math.floor(height / step) };
  const count = Math.min(total, picturesShown);
  const pixels = new Uint8ClampedArray(size.width * size.height * count * 4).fill(255);
  let at = 0;
  for (let picture = 0; picture < count; picture++) {
    for (let row = 0; row < size.height; row++) {
      for (let column = 0; column < size.width; column++, at += 4) {
        const source = ((picture * height + row * step) * width + column * step) * channels;
        for (let channel = 0; channel < Math.max(3, channels); channel++) {
          pixels[at + channel] = scale.toByte(values[source + (channels === 1 ? 0 : channel)] ?? 0);
        }
      }
    }
  }
  return { ...size, count, total, values: scale.values, pixels: pixels.buffer };
}

function scaleOf({ min, max }: NonNullable<TensorStatistics['range']>): {
  readonly values: Pictures['values'];
  readonly toByte: (value: number) => number;
} | null {
  if (min >= -tolerance && max <= 1 + tolerance) return { values: '0..1', toByte: (value) => value * 255 };
  if (min >= -1 - tolerance && max <= 1 + tolerance) {
    return { values: '-1..1', toByte: (value) => (value + 1) * 127.5 };
  }
  if (min >= -tolerance && max <= 255 + tolerance) return { values: '0..255', toByte: (value) => value };
  return null;
}
