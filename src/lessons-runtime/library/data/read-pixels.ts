import type { Tensor3D } from '@tensorflow/tfjs';
import type { RgbImage } from '../../datasets/augmentation.ts';
import type { Photo } from '../../kernel/modules/photo.ts';
import { resizePhoto } from '../../kernel/modules/resize-photo.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';

/** A photo, the result of `loadImage`, or a tensor [height, width, 3] with values from 0 to 255. */
export type Picture = Photo | ImageData | Tensor3D;

/**
 * Reads a picture as RGB bytes, resized. Values of a tensor are rounded and clamped to 0 … 255.
 * @param size `[height, width]`, in pixels
 * @returns `null` if `picture` is not a picture
 */
export async function readPixels(
  tf: TensorFlow,
  picture: Picture,
  size: readonly [number, number],
): Promise<RgbImage | null> {
  const [height, width] = size;
  if (picture instanceof tf.Tensor) {
    if (picture.shape.length !== 3 || picture.shape[2] !== 3) return null;
    const resized = tf.tidy(() =>
      picture.shape[0] === height && picture.shape[1] === width
        ? picture.clone()
        : tf.image.resizeBilinear(picture, [height, width]),
    );
    const data = Uint8Array.from(Uint8ClampedArray.from(await resized.data()));
    resized.dispose();
    return { width, height, data };
  }
  if (isPhoto(picture))
    return withoutAlpha(resizePhoto(picture.bitmap, { targetSize: size, keepAspectRatio: true }));
  if (!isImageData(picture)) return null;
  if (picture.width === width && picture.height === height) return withoutAlpha(picture);
  const bitmap = await createImageBitmap(picture);
  const resized = resizePhoto(bitmap, { targetSize: size, keepAspectRatio: true });
  bitmap.close();
  return withoutAlpha(resized);
}

function isPhoto(value: unknown): value is Photo {
  return Object(value).bitmap !== undefined;
}

/** Node has no class `ImageData` to compare with. */
function isImageData(value: unknown): value is ImageData {
  return Object(value).data instanceof Uint8ClampedArray;
}

/** Returns RGBA pixels as RGB. */
export function withoutAlpha({
  width,
  height,
  data,
}: Pick<ImageData, 'width' | 'height' | 'data'>): RgbImage {
  const pixels = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    pixels.set(data.subarray(from, from + 3), to);
  }
  return { width, height, data: pixels };
}
