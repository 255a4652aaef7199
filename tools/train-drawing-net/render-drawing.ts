/** The mapping from a pixel of the picture to a place in the drawing, relative to their centres. */
export interface Warp {
  /** The matrix [[xx, xy], [yx, yy]]. */
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  /** In pixels of the drawing. */
  readonly shiftX: number;
  readonly shiftY: number;
}

export const identity: Warp = { xx: 1, xy: 0, yx: 0, yy: 1, shiftX: 0, shiftY: 0 };

const maxAngle = (15 * Math.PI) / 180;
const maxShift = 2;

/** Draws a warp: mirrored in half of the cases, rotated, sheared, scaled in each direction, and shifted. */
export function sampleWarp(random: () => number): Warp {
  const within = (limit: number): number => (random() * 2 - 1) * limit;
  const mirror = random() < 0.5 ? -1 : 1;
  const angle = within(maxAngle);
  const shear = within(0.15);
  const scale = 1 / (0.95 + within(0.15));
  const stretch = 1 + within(0.1);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    xx: mirror * scale * stretch * cos,
    xy: mirror * scale * stretch * (sin + shear * cos),
    yx: (-scale / stretch) * sin,
    yy: (scale / stretch) * (cos - shear * sin),
    shiftX: within(maxShift),
    shiftY: within(maxShift),
  };
}

/**
 * Writes a warped drawing to `target`, starting at index `at`, as one channel from 0 (ink) to 1 (paper). Pixels are
 * interpolated bilinearly; beyond its edge the drawing is paper.
 * @param side of the drawing
 * @param size side of the picture; at least `side`, so that the drawing has a margin
 */
export function renderDrawing(
  grey: Uint8Array,
  side: number,
  warp: Warp,
  { target, at, size }: { target: Float32Array; at: number; size: number },
): void {
  const [centre, middle] = [(side - 1) / 2, (size - 1) / 2];
  const pixel = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= side || y >= side ? 255 : (grey[y * side + x] ?? 255);
  let index = at;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const [dx, dy] = [x - middle, y - middle];
      const fromX = centre + warp.xx * dx + warp.xy * dy + warp.shiftX;
      const fromY = centre + warp.yx * dx + warp.yy * dy + warp.shiftY;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [weightX, weightY] = [fromX - left, fromY - top];
      const upper = pixel(left, top) * (1 - weightX) + pixel(left + 1, top) * weightX;
      const lower = pixel(left, top + 1) * (1 - weightX) + pixel(left + 1, top + 1) * weightX;
      target[index] = (upper + (lower - upper) * weightY) / 255;
      index += 1;
    }
  }
}
