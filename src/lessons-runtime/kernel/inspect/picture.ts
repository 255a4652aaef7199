import type { CapturedOutput } from '../output/capture-output.ts';

/** Larger pictures are shown scaled down to it: what the page has room for. */
const sideLimit = 1024;

type Drawable = ImageBitmap | OffscreenCanvas;

/**
 * What shows as a picture: pixels, a bitmap, a canvas, a file of an image type, a photo of the course. `null` where the value is
 * none. What may be closed or drawn over later is drawn at once; only a file takes time.
 */
export function pictureOf(value: unknown): CapturedOutput | Promise<CapturedOutput | null> | null {
  if (isOf('ImageData', value)) return ofPixels(value);
  if (isDrawable(value)) return ofDrawable(value);
  if (isOf('Blob', value) && value.type.startsWith('image/')) return ofFile(value);
  return ofPhoto(value);
}

/** Tests run where there are no pictures, and so none of their classes. */
function isOf<Name extends 'ImageData' | 'ImageBitmap' | 'OffscreenCanvas' | 'Blob'>(
  name: Name,
  value: unknown,
): value is InstanceType<(typeof globalThis)[Name]> {
  return name in globalThis && value instanceof globalThis[name];
}

function isDrawable(value: unknown): value is Drawable {
  return isOf('ImageBitmap', value) || isOf('OffscreenCanvas', value);
}

/** Its bitmap and its name, as `chosenPhoto()` and `galleryPhoto()` give them. */
function ofPhoto(value: unknown): CapturedOutput | null {
  if (typeof value !== 'object' || value === null) return null;
  const bitmap: unknown = Object.getOwnPropertyDescriptor(value, 'bitmap')?.value;
  const name: unknown = Object.getOwnPropertyDescriptor(value, 'name')?.value;
  return isDrawable(bitmap) ? ofDrawable(bitmap, typeof name === 'string' ? name : '') : null;
}

async function ofFile(file: Blob): Promise<CapturedOutput | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const shown = ofDrawable(bitmap);
    bitmap.close();
    return shown;
  } catch {
    return null;
  }
}

function ofPixels(image: ImageData): CapturedOutput | null {
  if (Math.max(image.width, image.height) <= sideLimit) {
    return shown(image.data.slice().buffer, image.width, image.height, image);
  }
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return ofDrawable(canvas);
}

/** A bitmap that was closed has no size any more, and shows as a value. */
function ofDrawable(source: Drawable, name = ''): CapturedOutput | null {
  if (source.width === 0 || source.height === 0) return null;
  const scale = Math.min(1, sideLimit / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return shown(context.getImageData(0, 0, width, height).data.buffer, width, height, source, name);
}

/** The caption is the size: what a learner wants to know of a picture that goes into a network. */
function shown(
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
