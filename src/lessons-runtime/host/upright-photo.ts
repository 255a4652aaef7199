import { FetchFailure } from './fetch-bytes.ts';

/** A photo drawn upright on a canvas, and its original size in pixels. */
interface UprightPhoto {
  readonly canvas: OffscreenCanvas;
  readonly original: { readonly width: number; readonly height: number };
}

/**
 * Decodes a picture: upright according to its EXIF orientation, on a white background, scaled down so that no side is longer
 * than `longestSide` pixels. All pictures on the page are decoded here.
 *
 * The picture is drawn on a canvas because an `ImageBitmap` can lose its orientation: Chromium does so when a bitmap is
 * transferred into a frame of an opaque origin. On a canvas the pixels themselves are upright.
 *
 * @param name the name of the file, for the failure
 * @throws {FetchFailure} `photo-unreadable` if it is not a picture
 */
export async function drawUpright(photo: Blob, name: string, longestSide: number): Promise<UprightPhoto> {
  try {
    const full = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const original = { width: full.width, height: full.height };
    const scale = Math.min(1, longestSide / Math.max(original.width, original.height));
    const width = Math.max(1, Math.round(original.width * scale));
    const height = Math.max(1, Math.round(original.height * scale));
    const scaled = scale === 1 ? full : await resize(full, width, height);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error('no 2D canvas');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(scaled, 0, 0);
    scaled.close();
    return { canvas, original };
  } catch {
    throw new FetchFailure({ code: 'photo-unreadable', subject: name });
  }
}

async function resize(full: ImageBitmap, width: number, height: number): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(full, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  full.close();
  return bitmap;
}
