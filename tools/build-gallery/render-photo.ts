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
 * Makes the photo of a lesson: upright, sRGB, without metadata, longer side at most 640 px (never enlarged), a
 * progressive JPEG of the best quality from 80 down that fits 56 KB.
 */
export function renderPhoto(original: Buffer): Promise<Rendered> {
  return smallest(photoQualities, photoBudget, (quality) =>
    upright(original)
      .resize(longerSide, longerSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: true }),
  );
}

/** Makes the square thumbnail: the centre of the photo, which is also the crop a model is shown, WebP of at most 6 KB. */
export function renderThumb(original: Buffer): Promise<Rendered> {
  return smallest(thumbQualities, thumbBudget, (quality) =>
    upright(original).resize(thumbSide, thumbSide, { fit: 'cover' }).webp({ quality, effort: 6 }),
  );
}

// Without keepMetadata, sharp converts to sRGB by the embedded profile and then drops the profile and the rest.
function upright(original: Buffer): Sharp {
  return sharp(original).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb');
}

async function smallest(
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
