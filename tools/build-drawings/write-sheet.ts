import sharp from 'sharp';
import { type Ink, side } from './read-drawings.ts';

export const columns = 10;
/** Steps from paper to full ink: more would not be visible at this size, and would take more bytes. */
const steps = 3;

/** Writes drawings in rows, dark on white, as a lossless WebP file. */
export function writeSheet(drawings: readonly Ink[]): Promise<Buffer> {
  const width = columns * side;
  const height = Math.ceil(drawings.length / columns) * side;
  const pixels = new Uint8Array(width * height).fill(255);
  drawings.forEach((ink, place) => {
    const [left, top] = [(place % columns) * side, Math.floor(place / columns) * side];
    ink.forEach((value, at) => {
      const pixel = (top + Math.floor(at / side)) * width + left + (at % side);
      pixels[pixel] = 255 - Math.round((255 * Math.round(value * steps)) / steps);
    });
  });
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .webp({ lossless: true, effort: 6 })
    .toBuffer();
}
