import sharp from 'sharp';
import { side } from './render-icon.ts';

/** The number of sprites in a row of a sheet. */
export const columns = 16;

/**
 * Writes sprites in rows of 16 as WebP. It is lossless and opaque, because only then does a browser's canvas return the
 * exact values; as PNG it would be an eighth larger.
 * @param sprites each [64 · 64 · channels]
 */
export async function writeSheet(sprites: readonly Uint8Array[], channels: 1 | 3): Promise<Buffer> {
  const width = columns * side;
  const height = Math.ceil(sprites.length / columns) * side;
  const sheet = Buffer.alloc(width * height * channels);
  sprites.forEach((sprite, place) => {
    const left = (place % columns) * side;
    const top = Math.floor(place / columns) * side;
    for (let row = 0; row < side; row += 1) {
      const line = sprite.subarray(row * side * channels, (row + 1) * side * channels);
      sheet.set(line, ((top + row) * width + left) * channels);
    }
  });
  return sharp(sheet, { raw: { width, height, channels } }).webp({ lossless: true, effort: 6 }).toBuffer();
}
