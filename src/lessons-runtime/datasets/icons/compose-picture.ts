import type { Sprite } from './icon-manifest.ts';
import type { PictureStyle } from './picture-style.ts';

/**
 * Puts a sprite into a picture of its own size. Only sums, products and quotients, which every engine computes alike.
 * @param side of the sprite and of the picture, in pixels
 * @param target where the picture goes: [side · side · 3] from `offset` on, 0 to 255
 */
export function composePicture(
  sprite: Sprite,
  side: number,
  { background, ink, turn, scale, shift, mirrored }: PictureStyle,
  target: Uint8Array,
  offset = 0,
): void {
  const middle = (side - 1) / 2;
  const centreX = middle + shift[0] * side;
  const centreY = middle + shift[1] * side;
  const direction = mirrored ? -1 : 1;
  const cosine = turn[0] / scale;
  const sine = turn[1] / scale;
  const mixed = new Float64Array(4);
  let at = offset;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      // Where in the sprite this pixel of the picture comes from.
      const right = x - centreX;
      const down = y - centreY;
      const u = middle + direction * (cosine * right + sine * down);
      const v = middle + cosine * down - sine * right;
      sample(sprite, side, ink, u, v, mixed);
      const part = (x + y) / (2 * side - 2);
      const seen = 1 - (mixed[3] ?? 0);
      for (let channel = 0; channel < 3; channel += 1) {
        const from = background[0][channel] ?? 0;
        const to = background[1][channel] ?? 0;
        target[at] = Math.round((from + (to - from) * part) * seen + (mixed[channel] ?? 0));
        at += 1;
      }
    }
  }
}

/**
 * The four pixels of a sprite around a place, each by its nearness.
 * @param mixed takes red, green and blue (0 to 255, times the cover) and the cover (0 to 1)
 */
function sample(
  { shape, colours }: Sprite,
  side: number,
  ink: PictureStyle['ink'],
  u: number,
  v: number,
  mixed: Float64Array,
): void {
  mixed.fill(0);
  const left = Math.floor(u);
  const top = Math.floor(v);
  if (left < 0 || top < 0 || left >= side - 1 || top >= side - 1) return;
  for (let corner = 0; corner < 4; corner += 1) {
    const dx = corner & 1;
    const dy = corner >> 1;
    const pixel = (top + dy) * side + left + dx;
    const nearness = Math.abs(1 - dx - (u - left)) * Math.abs(1 - dy - (v - top));
    const weight = (nearness * (shape[pixel] ?? 0)) / 255;
    if (weight === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const colour = colours === null ? ink[channel] : colours[3 * pixel + channel];
      mixed[channel] = (mixed[channel] ?? 0) + weight * (colour ?? 0);
    }
    mixed[3] = (mixed[3] ?? 0) + weight;
  }
}
