import type { Sprite } from './icon-manifest.ts';
import type { PictureStyle } from './picture-style.ts';

/**
 * Draws a sprite into a picture of the same size. Uses only sums, products and quotients, because every engine computes those
 * identically.
 * @param side of the sprite and of the picture, in pixels
 * @param target gets the picture, [side, side, 3] with values from 0 to 255, starting at index `offset`
 */
export function composePicture(
  sprite: Sprite,
  side: number,
  { background, ink, rotation, scale, shift, mirrored }: PictureStyle,
  target: Uint8Array,
  offset = 0,
): void {
  const middle = (side - 1) / 2;
  const centreX = middle + shift[0] * side;
  const centreY = middle + shift[1] * side;
  const direction = mirrored ? -1 : 1;
  const cosine = rotation[0] / scale;
  const sine = rotation[1] / scale;
  const sampled = new Float64Array(4);
  let at = offset;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      // The coordinates in the sprite of this pixel of the picture.
      const right = x - centreX;
      const down = y - centreY;
      const u = middle + direction * (cosine * right + sine * down);
      const v = middle + cosine * down - sine * right;
      sample(sprite, side, ink, u, v, sampled);
      const gradient = (x + y) / (2 * side - 2);
      const transparency = 1 - (sampled[3] ?? 0);
      for (let channel = 0; channel < 3; channel += 1) {
        const from = background[0][channel] ?? 0;
        const to = background[1][channel] ?? 0;
        target[at] = Math.round((from + (to - from) * gradient) * transparency + (sampled[channel] ?? 0));
        at += 1;
      }
    }
  }
}

/**
 * Interpolates a sprite bilinearly.
 * @param u the horizontal coordinate in the sprite, `v` the vertical, in pixels
 * @param sampled gets red, green and blue (0 to 255, premultiplied by alpha) and alpha (0 to 1)
 */
function sample(
  { shape, colours }: Sprite,
  side: number,
  ink: PictureStyle['ink'],
  u: number,
  v: number,
  sampled: Float64Array,
): void {
  sampled.fill(0);
  const left = Math.floor(u);
  const top = Math.floor(v);
  if (left < 0 || top < 0 || left >= side - 1 || top >= side - 1) return;
  for (let corner = 0; corner < 4; corner += 1) {
    const dx = corner & 1;
    const dy = corner >> 1;
    const pixel = (top + dy) * side + left + dx;
    const area = Math.abs(1 - dx - (u - left)) * Math.abs(1 - dy - (v - top));
    const weight = (area * (shape[pixel] ?? 0)) / 255;
    if (weight === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const colour = colours === null ? ink[channel] : colours[3 * pixel + channel];
      sampled[channel] = (sampled[channel] ?? 0) + weight * (colour ?? 0);
    }
    sampled[3] = (sampled[3] ?? 0) + weight;
  }
}
