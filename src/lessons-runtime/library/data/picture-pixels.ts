import type { Tensor3D } from '@tensorflow/tfjs';
import type { Pixels } from '../../datasets/augmentation.ts';
import type { Photo } from '../../kernel/modules/photo.ts';
import { resizePhoto } from '../../kernel/modules/resize-photo.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';

/** A photo, what `loadImage` gives, or a tensor [height, width, 3] from 0 to 255. */
export type Picture = Photo | ImageData | Tensor3D;

/** Reads a picture as RGB bytes of the size asked for; `null` where it is none. @param size `[height, width]` */
export async function pixelsOf(
  tf: TensorFlow,
  picture: Picture,
  size: readonly [number, number],
): Promise<Pixels | null> {
  const [height, width] = size;
  if (picture instanceof tf.Tensor) {
    if (picture.shape.length !== 3 || picture.shape[2] !== 3) return null;
    const resized = tf.tidy(() =>
      picture.shape[0] === height && picture.shape[1] === width
        ? picture.clone()
        : tf.image.resizeBilinear(picture as Tensor3D, [height, width]),
    );
    const data = Uint8Array.from(Uint8ClampedArray.from(await resized.data()));
    resized.dispose();
    return { width, height, data };
  }
  if (Object(picture).bitmap !== undefined)
    return withoutAlpha(resizePhoto((picture as Photo).bitmap, { targetSize: size, keepAspectRatio: true }));
  const image = picture as ImageData;
  if (!(Object(image).data instanceof Uint8ClampedArray)) return null;
  if (image.width === width && image.height === height) return withoutAlpha(image);
  const bitmap = await createImageBitmap(image);
  const resized = resizePhoto(bitmap, { targetSize: size, keepAspectRatio: true });
  bitmap.close();
  return withoutAlpha(resized);
}

function withoutAlpha({ width, height, data }: ImageData): Pixels {
  const pixels = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    pixels.set(data.subarray(from, from + 3), to);
  }
  return { width, height, data: pixels };
}
