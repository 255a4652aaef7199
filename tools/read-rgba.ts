import sharp from 'sharp';

/**
 * Reads a picture as raw RGBA pixels, without premultiplied alpha.
 * @returns its size in pixels, and `data` of [height · width · 4] bytes
 */
export async function readRgba(path: string): Promise<{
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}> {
  const picture = sharp(path).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
