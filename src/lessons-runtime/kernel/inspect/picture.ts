import type { CapturedOutput } from '../output/capture-output.ts';

/** In pixels; larger pictures are scaled down, because the page has no more room. */
const sideLimit = 1024;

type Drawable = ImageBitmap | OffscreenCanvas;

/**
 * Returns the part for a value that is a picture: `ImageData`, a bitmap, a canvas, a blob of an image type or a photo of the
 * course; `null` for other values. Pictures that a cell may close or overwrite are read at once; only blobs are asynchronous.
 */
export function pictureOf(value: unknown): CapturedOutput | Promise<CapturedOutput | null> | null {
  if (isInstanceOf('ImageData', value)) return ofPixels(value);
  if (isDrawable(value)) return ofDrawable(value);
  if (isInstanceOf('Blob', value) && value.type.startsWith('image/')) return ofFile(value);
  return ofPhoto(value);
}

/** Returns `false` if the environment has no such class, as Node has no `ImageBitmap`. */
function isInstanceOf<Name extends 'ImageData' | 'ImageBitmap' | 'OffscreenCanvas' | 'Blob'>(
  name: Name,
  value: unknown,
): value is InstanceType<(typeof globalThis)[Name]> {
  return name in globalThis && value instanceof globalThis[name];
}

function isDrawable(value: unknown): value is Drawable {
  return isInstanceOf('ImageBitmap', value) || isInstanceOf('OffscreenCanvas', value);
}

/** Handles photos as `chosenPhoto()` and `galleryPhoto()` return them: a bitmap and its name. */
function ofPhoto(value: unknown): CapturedOutput | null {
  if (typeof value !== 'object' || value === null) return null;
  const bitmap: unknown = Object.getOwnPropertyDescriptor(value, 'bitmap')?.value;
  const name: unknown = Object.getOwnPropertyDescriptor(value, 'name')?.value;
  return isDrawable(bitmap) ? ofDrawable(bitmap, typeof name === 'string' ? name : '') : null;
}

async function ofFile(file: Blob): Promise<CapturedOutput | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const output = ofDrawable(bitmap);
    bitmap.close();
    return output;
  } catch {
    return null;
  }
}

function ofPixels(image: ImageData): CapturedOutput | null {
  if (Math.max(image.width, image.height) <= sideLimit) {
    return imageOutput(image.data.slice().buffer, image.width, image.height, image);
  }
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return ofDrawable(canvas);
}

/** Returns `null` for a closed bitmap, which has no size. */
function ofDrawable(source: Drawable, name = ''): CapturedOutput | null {
  if (source.width === 0 || source.height === 0) return null;
  const scale = Math.min(1, sideLimit / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return imageOutput(context.getImageData(0, 0, width, height).data.buffer, width, height, source, name);
}

/** Creates the part. Its caption is the name and the original size, which matters for a network's input. */
function imageOutput(
  pixels: ArrayBuffer,
  width: number,
  height: number,
  original: { readonly width: number; readonly height: number },
  name = '',
): CapturedOutput {
  const size = `${original.width} × ${original.height}`;
  const caption = name === '' ? size : `${name} · ${size}`;
  return { part: { kind: 'image', width, height, pixels, caption }, transfer: [pixels] };
}
