import sharp from 'sharp';

/** Longest side of a stored photo in pixels: what most pretrained networks were trained on. */
export const longestSide = 224;
const quality = 88;

/** An encoded square picture with its side in pixels. */
export interface RenderedPhoto {
  readonly bytes: Buffer;
  readonly side: number;
}

/**
 * Cuts the largest square out of a picture and reduces it to at most 224 px (never enlarged), as WebP in sRGB without
 * metadata.
 * @param crop the position of the square in a wider picture: 0 is the left end, 1 the right end
 */
export async function renderPhoto(original: Buffer, crop: number): Promise<RenderedPhoto> {
  const { width, height } = await sharp(original).metadata();
  const square = Math.min(width, height);
  const side = Math.min(longestSide, square);
  const bytes = await sharp(original)
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .extract({
      left: Math.round((width - square) * crop),
      top: Math.round((height - square) / 2),
      width: square,
      height: square,
    })
    .resize(side, side)
    .webp({ quality, effort: 6 })
    .toBuffer();
  return { bytes, side };
}
