import sharp from 'sharp';
import type { Sprite } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';

/** Side of a sprite, in pixels. */
export const side = 64;
/** Longer side of the drawing in its sprite. The border allows rotating and moving it without cutting it. */
const drawn = 58;
/** Side of the first rendering, in which the drawing's bounding box is found. */
const large = 256;
/** Pixels with a lower alpha count as empty. */
const faint = 8;
/** Shapes have 16 levels, colours 32 a channel: more cannot be seen at this size and would enlarge the files. */
const shapeLevels = 15;
const colourLevels = 31;

/**
 * Renders an icon as a square of 64 px: cropped to its bounding box and centred, with a longer side of 58 px.
 * @throws Error if the drawing is empty
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

/** Returns the density, in dpi, at which the SVG is rendered at least 256 px wide, so that pixels are not magnified. */
function densityOf(svg: string): number {
  const width = Number(/<svg[^>]*\swidth="([\d.]+)/.exec(svg)?.[1] ?? large);
  return Math.min(2400, Math.max(72, Math.round((72 * large) / Math.max(1, width))));
}

function pixelsOf(picture: Buffer): Promise<Buffer> {
  return sharp(picture).ensureAlpha().raw().toBuffer();
}

/** Returns the bounding box of the pixels that are not empty. */
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
