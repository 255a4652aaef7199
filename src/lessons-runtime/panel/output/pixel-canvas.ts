import { element } from '../dom/element.ts';

/** A picture narrower than this is shown larger, each pixel as a square. */
const tiny = 96;
const leastWidth = 128;

/**
 * RGBA pixels as a picture.
 *
 * @param pixels four bytes a pixel, row by row
 */
export function pixelCanvas(
  pixels: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
  label: string,
  scaleUpTo = leastWidth,
): HTMLCanvasElement {
  const canvas = element('canvas', {
    width: String(width),
    height: String(height),
    role: 'img',
    'aria-label': label,
  });
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  if (width < tiny && height < tiny) {
    canvas.classList.add('pixelated');
    canvas.style.width = `${width * Math.max(1, Math.ceil(scaleUpTo / width))}px`;
  }
  return canvas;
}
