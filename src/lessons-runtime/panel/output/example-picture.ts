import type { OutputOf } from '../../protocol/output.ts';
import { pixelCanvas } from './pixel-canvas.ts';

type Picture = NonNullable<OutputOf<'report'>['worst'][number]['picture']>;

/** Creates a canvas for the picture of an example, whose size is set by the style sheet. @param label the accessible name */
export function exampleCanvas({ width, height, pixels }: Picture, label: string): HTMLCanvasElement {
  const canvas = pixelCanvas(new Uint8ClampedArray(pixels), width, height, label);
  canvas.style.width = '';
  return canvas;
}
