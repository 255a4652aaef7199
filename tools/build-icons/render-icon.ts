import sharp from 'sharp';
import type { Sprite } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';

export const side = 64;
/** Longer side of the drawing in its sprite: the empty border lets it be turned and moved without being cut. */
const drawn = 58;
/** The drawing is made this large first, to find where it ends. */
const large = 256;
/** Below this a pixel is as good as empty. */
const faint = 8;
/** Shapes keep 16 levels, colours 32 a channel: what is more cannot be seen at this size, and weighs. */
const shapeLevels = 15;
const colourLevels = 31;

/**
 * Draws an icon into a square of 64 px: cut to what it fills, centred, its longer side 58 px.
 * @throws Error where the drawing is empty
 */
export async function renderIcon(svg: string): Promise<Sprite> {
  const canvas = await sharp(Buffer.from(svg), { density: densityOf(svg) })
    .resize(large, large, { fit: 'contain', background: transparent })
    .ensureAlpha()
    .toColourspace('srgb')
    .png()
    .toBuffer();
  const small = await sharp(canvas)
    .extract(filledBox(await pixelsOf(canvas)))
    .resize(drawn, drawn, { fit: 'inside' })
    .png()
    .toBuffer();
  const { width = drawn, height = drawn } = await sharp(small).metadata();
  const [left, top] = [(side - width) >> 1, (side - height) >> 1];
  const framed = await sharp({ create: { width: side, height: side, channels: 4, background: transparent } })
    .composite([{ input: small, left, top }])
    .png()
    .toBuffer();
  return toSprite(await pixelsOf(framed));
}

const transparent = { r: 0, g: 0, b: 0, alpha: 0 };

/** Draws small ones large from the start, instead of magnifying pixels. */
function densityOf(svg: string): number {
  const width = Number(/<svg[^>]*\swidth="([\d.]+)/.exec(svg)?.[1] ?? large);
  return Math.min(2400, Math.max(72, Math.round((72 * large) / Math.max(1, width))));
}

function pixelsOf(picture: Buffer): Promise<Buffer> {
  return sharp(picture).ensureAlpha().raw().toBuffer();
}

function filledBox(pixels: Buffer) {
  let [left, top, right, bottom] = [large, large, -1, -1];
  for (let at = 0; at < large * large; at += 1) {
    if ((pixels[4 * at + 3] ?? 0) < faint) continue;
    const [x, y] = [at % large, Math.floor(at / large)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (right < 0) throw new Error('the drawing is empty');
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function toSprite(pixels: Buffer): Sprite {
  const shape = new Uint8Array(side * side);
  const colours = new Uint8Array(3 * side * side);
  let hasColour = false;
  for (let at = 0; at < side * side; at += 1) {
    const alpha = posterise(pixels[4 * at + 3] ?? 0, shapeLevels);
    shape[at] = alpha;
    if (alpha === 0) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = pixels[4 * at + channel] ?? 0;
      colours[3 * at + channel] = posterise(value, colourLevels);
      if (value > 24 && alpha > 128) hasColour = true;
    }
  }
  return { shape, colours: hasColour ? colours : null };
}

function posterise(value: number, levels: number): number {
  return Math.round((Math.round((value * levels) / 255) * 255) / levels);
}
