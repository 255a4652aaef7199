import sharp from 'sharp';

/** The height and width in pixels of the pictures that the network was trained with. */
export const side = 224;

/** Reads the centre of a photo as RGB [224 · 224 · 3], 0 to 255: scaled to 224 on the shorter side, and cropped to a square. */
export async function readCentre(path: string): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(path)
      .resize(side, side, { fit: 'cover' })
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer(),
  );
}

/** Converts pixels to the network's input: (x − 127.5) / 127.5. */
export function normalize(pixels: Uint8Array): Float32Array {
  return Float32Array.from(pixels, (value) => value / 127.5 - 1);
}
