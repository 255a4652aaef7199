import sharp from 'sharp';

/** Pixels on each side that the network was trained with. */
export const side = 224;

/** A photo's centre as RGB [224 · 224 · 3], 0 to 255: scaled so that the shorter side is 224, the rest cut off. */
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

/** The network's input from such pixels: (x − 127.5) / 127.5. */
export function normalize(pixels: Uint8Array): Float32Array {
  return Float32Array.from(pixels, (value) => value / 127.5 - 1);
}
