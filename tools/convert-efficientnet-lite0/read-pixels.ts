import sharp from 'sharp';

/** Reads a photo as the network's input: RGB [224 · 224 · 3], normalised as (x − 127) / 128, cropped to a square. */
export async function readPixels(path: string): Promise<Float32Array> {
  const pixels = await sharp(path)
    .resize(224, 224, { fit: 'cover' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return Float32Array.from(pixels, (value) => (value - 127) / 128);
}
