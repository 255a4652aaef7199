import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { PanelWords } from '../words.ts';

export function showImage(part: OutputOf<'image'>, words: PanelWords): HTMLElement {
  const { width, height, pixels, caption } = part;
  const canvas = element('canvas', {
    width: String(width),
    height: String(height),
    role: 'img',
    'aria-label': words.picture(caption),
  });
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  return element('figure', {}, canvas, element('figcaption', {}, caption));
}
