import { element } from '../dom/element.ts';

/** A picture that is smaller than this, in both dimensions, is enlarged with square pixels. */
const smallSize = 96;
const defaultMinWidth = 128;

/**
 * Creates a canvas from RGBA pixels.
 *
 * @param pixels four bytes per pixel, row by row
 * @param label the accessible name
 * @param minWidth the width in CSS pixels to which a small picture is enlarged, by a whole factor
 */
export function pixelCanvas(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
  label: string,
  minWidth = defaultMinWidth,
): HTMLCanvasElement {
  const canvas = element('canvas', {
    width: String(width),
    height: String(height),
    role: 'img',
    'aria-label': label,
  });
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  if (width < smallSize && height < smallSize) {
    canvas.classList.add('pixelated');
    canvas.style.width = `${width * Math.max(1, Math.ceil(minWidth / width))}px`;
  }
  return canvas;
}
