/** Ways to change a picture that leave what it shows the same: Keras's `RandomFlip`, `RandomTranslation`, `RandomRotation`, `RandomBrightness`, `RandomContrast`. */
export interface Augmentation {
  /** Mirrors half of the pictures: left and right, up and down, or either. */
  readonly flip?: 'horizontal' | 'vertical' | 'both';
  /** By up to this share of the sides, either way: 0.1 is a tenth. */
  readonly shift?: number;
  /** By up to so many degrees, either way. */
  readonly rotate?: number;
  /** Lighter or darker by up to this share of the whole range: 0.2 is a fifth of 255. */
  readonly brightness?: number;
  /** Contrast times 1 − this to 1 + this. */
  readonly contrast?: number;
  /** Colour times 1 − this to 1 + this; at 0 it is grey. */
  readonly saturation?: number;
}

/** One draw of all that may change. */
export interface SampledTransform {
  readonly flipX: boolean;
  readonly flipY: boolean;
  /** Share of the width and height. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Radians. */
  readonly angle: number;
  /** Added to each value, which goes from 0 to 255. */
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
}

/** RGB, row by row, 0 to 255. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** @param random numbers from 0 up to 1; always eight are taken, so that one option does not change the others' chance */
export function sampleTransform(options: Augmentation, random: () => number): SampledTransform {
  const either = (limit = 0) => (random() * 2 - 1) * limit;
  const [x, y] = [random() < 0.5, random() < 0.5];
  const { flip } = options;
  return {
    flipX: x && (flip === 'horizontal' || flip === 'both'),
    flipY: y && (flip === 'vertical' || flip === 'both'),
    shiftX: either(options.shift),
    shiftY: either(options.shift),
    angle: (either(options.rotate) * Math.PI) / 180,
    brightness: either(options.brightness) * 255,
    contrast: 1 + either(options.contrast),
    saturation: 1 + either(options.saturation),
  };
}

/**
 * Writes a changed picture to `target` from `at` on, as RGB floats from 0 to 255. Each pixel is taken from where the change
 * brings it from, between its four neighbours; beyond the edge the picture is mirrored, as in Keras's `fill_mode='reflect'`.
 */
export function applyTransform(
  picture: Pixels,
  change: SampledTransform,
  target: Float32Array,
  at: number,
): void {
  writeMoved(picture, change, target, at);
  const { brightness, contrast, saturation } = change;
  if (brightness !== 0 || contrast !== 1 || saturation !== 1)
    recolour(target.subarray(at, at + picture.data.length), change);
}

function writeMoved(
  { width, height, data }: Pixels,
  change: SampledTransform,
  target: Float32Array,
  at: number,
): void {
  const { flipX, flipY, shiftX, shiftY, angle } = change;
  if (!flipX && !flipY && shiftX === 0 && shiftY === 0 && angle === 0) {
    target.set(data, at);
    return;
  }
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  let place = at;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = x - middleX - shiftX * width;
      const fromY = y - middleY - shiftY * height;
      const turnedX = cos * fromX + sin * fromY;
      const turnedY = cos * fromY - sin * fromX;
      const sourceX = reflected(middleX + (flipX ? -turnedX : turnedX), width - 1);
      const sourceY = reflected(middleY + (flipY ? -turnedY : turnedY), height - 1);
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      const [alongX, alongY] = [sourceX - left, sourceY - top];
      // Where the four neighbours begin; at the last column and row they fall together.
      const corner = (top * width + left) * 3;
      const right = left < width - 1 ? 3 : 0;
      const below = top < height - 1 ? width * 3 : 0;
      for (let channel = corner; channel < corner + 3; channel += 1) {
        const upperLeft = data[channel] ?? 0;
        const lowerLeft = data[channel + below] ?? 0;
        const upper = upperLeft + ((data[channel + right] ?? 0) - upperLeft) * alongX;
        const lower = lowerLeft + ((data[channel + below + right] ?? 0) - lowerLeft) * alongX;
        target[place] = upper + (lower - upper) * alongY;
        place += 1;
      }
    }
  }
}

/** A place beyond the edge, mirrored back into 0 to `last`. */
function reflected(place: number, last: number): number {
  if (place >= 0 && place <= last) return place;
  if (last === 0) return 0;
  const period = 2 * last;
  const within = ((place % period) + period) % period;
  return within > last ? period - within : within;
}

function recolour(values: Float32Array, { brightness, contrast, saturation }: SampledTransform): void {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (let at = 0; at < values.length; at += 3) {
    // ITU-R BT.601: how light a colour looks.
    const grey = 0.299 * (values[at] ?? 0) + 0.587 * (values[at + 1] ?? 0) + 0.114 * (values[at + 2] ?? 0);
    for (let channel = at; channel < at + 3; channel += 1) {
      const coloured = grey + ((values[channel] ?? 0) - grey) * saturation;
      values[channel] = Math.min(255, Math.max(0, mean + (coloured - mean) * contrast + brightness));
    }
  }
}
