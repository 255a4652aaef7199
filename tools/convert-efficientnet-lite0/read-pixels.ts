import sharp from 'sharp';

/** The network's input from a photo: RGB [224 · 224 · 3], normalised as (x − 127) / 128; other sizes are cut to fit. */
export async function readPixels(path: string): Promise<Float32Array> {
  const pixels = await sharp(path)
    .resize(224, 224, { fit: 'cover' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return Float32Array.from(pixels, (value) => (value - 127) / 128);
}
