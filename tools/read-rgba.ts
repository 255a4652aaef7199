import sharp from 'sharp';

/**
 * Reads a picture as raw RGBA pixels, without premultiplied alpha.
 * @param source its path or its bytes
 * @returns its size in pixels, and `data` of [height · width · 4] bytes
 */
export async function readRgba(source: string | Buffer): Promise<{
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}> {
  const picture = sharp(source).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
