export interface ResizeOptions {
  /** `[height, width]` in pixels, as in Keras; default: the photo's size. */
  readonly targetSize?: readonly [number, number];
  /** Crops to the target's aspect ratio before resizing, instead of distorting, as in Keras; default false. */
  readonly keepAspectRatio?: boolean;
}

/** Returns a photo's pixels, resized: RGBA, 8 bits a channel. */
export function resizePhoto(bitmap: ImageBitmap, options: ResizeOptions): ImageData {
  const [height, width] = options.targetSize ?? [bitmap.height, bitmap.width];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas in this worker');
  context.imageSmoothingQuality = 'high';
  const scale = Math.min(bitmap.width / width, bitmap.height / height);
  const source = options.keepAspectRatio
    ? { width: width * scale, height: height * scale }
    : { width: bitmap.width, height: bitmap.height };
  const left = (bitmap.width - source.width) / 2;
  const top = (bitmap.height - source.height) / 2;
  context.drawImage(bitmap, left, top, source.width, source.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
