import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { pixelCanvas } from './pixel-canvas.ts';
import type { ViewWords } from './shown-output.ts';

/** Creates a picture with its caption. */
export function showImage(part: OutputOf<'image'>, { output: words }: ViewWords): HTMLElement {
  const { width, height, pixels, caption } = part;
  const canvas = pixelCanvas(new Uint8ClampedArray(pixels), width, height, words.picture(caption));
  return element('figure', {}, canvas, element('figcaption', {}, caption));
}
