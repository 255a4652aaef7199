import sharp, { type Sharp } from 'sharp';

export const longerSide = 640;
const thumbSide = 144;
const photoBudget = 56 * 1024;
const thumbBudget = 6 * 1024;
const photoQualities = [80, 76, 72, 68, 64, 60];
const thumbQualities = [75, 65, 55, 45, 35, 25, 15];

/** An encoded picture with its size in pixels. */
export interface Rendered {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Renders a photo as a progressive JPEG: upright, sRGB, without metadata, with a longer side of at most 640 px (never
 * enlarged), in the best quality up to 80 that fits in 56 KB.
 */
export function renderPhoto(original: Buffer): Promise<Rendered> {
  return bestWithin(photoQualities, photoBudget, (quality) =>
    upright(original)
      .resize(longerSide, longerSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: true }),
  );
}

/** Renders the square thumbnail as WebP of at most 6 KB: the centre of the photo, which is also the crop for models. */
export function renderThumb(original: Buffer): Promise<Rendered> {
  return bestWithin(thumbQualities, thumbBudget, (quality) =>
    upright(original).resize(thumbSide, thumbSide, { fit: 'cover' }).webp({ quality, effort: 6 }),
  );
}

// Without keepMetadata, sharp converts to sRGB by the embedded profile and then drops the profile and the rest.
function upright(original: Buffer): Sharp {
  return sharp(original).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb');
}

/** Encodes with each quality in turn, and returns the first result that fits in the budget, in bytes. */
async function bestWithin(
  qualities: readonly number[],
  budget: number,
  encode: (quality: number) => Sharp,
): Promise<Rendered> {
  let best: Rendered | undefined;
  for (const quality of qualities) {
    const { data, info } = await encode(quality).toBuffer({ resolveWithObject: true });
    best = { bytes: data, width: info.width, height: info.height };
    if (data.length <= budget) return best;
  }
  throw new Error(
    `a picture needs ${best?.bytes.length} bytes at the lowest quality; the budget is ${budget}`,
  );
}
