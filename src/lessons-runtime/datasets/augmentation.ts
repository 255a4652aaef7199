/**
 * Ranges of random transforms, as of Keras's layers `RandomFlip`, `RandomTranslation`, `RandomRotation`, `RandomBrightness` and
 * `RandomContrast`. Default of each: no such transform.
 */
export interface Augmentation {
  /** Each of the named directions is flipped in half of the images. */
  readonly flip?: 'horizontal' | 'vertical' | 'both';
  /** The largest shift in either direction, as a share of width and height: 0.1 is a tenth. */
  readonly shift?: number;
  /** The largest rotation in either direction, in degrees. */
  readonly rotate?: number;
  /** The largest change of brightness in either direction, as a share of the range: 0.2 is a fifth of 255. */
  readonly brightness?: number;
  /** The contrast is multiplied by 1 − `contrast` to 1 + `contrast`. */
  readonly contrast?: number;
  /** The saturation is multiplied by 1 − `saturation` to 1 + `saturation`; times 0 is grey. */
  readonly saturation?: number;
}

/** The parameters of one transform. */
export interface SampledTransform {
  readonly flipX: boolean;
  readonly flipY: boolean;
  /** As a share of the width, as `shiftY` of the height. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** In radians. */
  readonly angle: number;
  /** Added to each value, in units of 0 to 255. */
  readonly brightness: number;
  /** A factor, as `saturation`. */
  readonly contrast: number;
  readonly saturation: number;
}

/** An image as RGB bytes, row by row: [height, width, 3]. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Draws a transform.
 * @param random returns numbers from 0 to 1; always called eight times, so that an option does not change what others draw
 */
export function sampleTransform(options: Augmentation, random: () => number): SampledTransform {
  const within = (limit = 0) => (random() * 2 - 1) * limit;
  const [x, y] = [random() < 0.5, random() < 0.5];
  const { flip } = options;
  return {
    flipX: x && (flip === 'horizontal' || flip === 'both'),
    flipY: y && (flip === 'vertical' || flip === 'both'),
    shiftX: within(options.shift),
    shiftY: within(options.shift),
    angle: (within(options.rotate) * Math.PI) / 180,
    brightness: within(options.brightness) * 255,
    contrast: 1 + within(options.contrast),
    saturation: 1 + within(options.saturation),
  };
}

/**
 * Writes a transformed image to `target`, starting at index `at`, as RGB floats from 0 to 255. Pixels are interpolated
 * bilinearly; beyond its edge the image is mirrored, as with Keras's `fill_mode='reflect'`.
 */
export function applyTransform(
  image: RgbImage,
  transform: SampledTransform,
  target: Float32Array,
  at: number,
): void {
  applyGeometry(image, transform, target, at);
  const { brightness, contrast, saturation } = transform;
  if (brightness !== 0 || contrast !== 1 || saturation !== 1)
    applyColour(target.subarray(at, at + image.data.length), transform);
}

function applyGeometry(
  { width, height, data }: RgbImage,
  transform: SampledTransform,
  target: Float32Array,
  at: number,
): void {
  const { flipX, flipY, shiftX, shiftY, angle } = transform;
  if (!flipX && !flipY && shiftX === 0 && shiftY === 0 && angle === 0) {
    target.set(data, at);
    return;
  }
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  let targetIndex = at;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = x - centreX - shiftX * width;
      const fromY = y - centreY - shiftY * height;
      const rotatedX = cos * fromX + sin * fromY;
      const rotatedY = cos * fromY - sin * fromX;
      const sourceX = reflect(centreX + (flipX ? -rotatedX : rotatedX), width - 1);
      const sourceY = reflect(centreY + (flipY ? -rotatedY : rotatedY), height - 1);
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      const [weightX, weightY] = [sourceX - left, sourceY - top];
      // The index of the upper left neighbour, and the offsets of the others: 0 in the last column and row.
      const corner = (top * width + left) * 3;
      const right = left < width - 1 ? 3 : 0;
      const below = top < height - 1 ? width * 3 : 0;
      for (let channel = corner; channel < corner + 3; channel += 1) {
        const upperLeft = data[channel] ?? 0;
        const lowerLeft = data[channel + below] ?? 0;
        const upper = upperLeft + ((data[channel + right] ?? 0) - upperLeft) * weightX;
        const lower = lowerLeft + ((data[channel + below + right] ?? 0) - lowerLeft) * weightX;
        target[targetIndex] = upper + (lower - upper) * weightY;
        targetIndex += 1;
      }
    }
  }
}

/** Mirrors a coordinate at the edges into 0 to `last`. */
function reflect(coordinate: number, last: number): number {
  if (coordinate >= 0 && coordinate <= last) return coordinate;
  if (last === 0) return 0;
  const period = 2 * last;
  const offset = ((coordinate % period) + period) % period;
  return offset > last ? period - offset : offset;
}

function applyColour(values: Float32Array, { brightness, contrast, saturation }: SampledTransform): void {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (let at = 0; at < values.length; at += 3) {
    // The luma of ITU-R BT.601.
    const grey = 0.299 * (values[at] ?? 0) + 0.587 * (values[at + 1] ?? 0) + 0.114 * (values[at + 2] ?? 0);
    for (let channel = at; channel < at + 3; channel += 1) {
      const coloured = grey + ((values[channel] ?? 0) - grey) * saturation;
      values[channel] = Math.min(255, Math.max(0, mean + (coloured - mean) * contrast + brightness));
    }
  }
}
