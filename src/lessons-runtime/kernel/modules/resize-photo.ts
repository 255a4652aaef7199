import { resizedPixels } from '../../shared/resized-pixels.ts';

export interface ResizeOptions {
  /** `[height, width]` in pixels, as in Keras; default: the photo's size. */
  readonly targetSize?: readonly [number, number];
  /** Crops to the target's aspect ratio before resizing, instead of distorting, as in Keras; default false. */
  readonly keepAspectRatio?: boolean;
}

/** Returns a photo's pixels, resized: RGBA, 8 bits a channel. */
export function resizePhoto(bitmap: ImageBitmap, options: ResizeOptions): ImageData {
  const [height, width] = options.targetSize ?? [bitmap.height, bitmap.width];
  return resizedPixels(bitmap, bitmap, { width, height }, options.keepAspectRatio === true);
}
