import type { RgbImage } from '../augmentation.ts';

/** The width of the empty margin, as a share of the drawing's side: 2 of 28 pixels. */
const margin = 1 / 14;
const paper = 255;

/** Side of a drawing of 28 pixels with its margin: the default of `imageSize`. */
export const drawingSize = 32;

/** Converts a grey drawing to RGB and adds the margin. */
export function onPaper(drawing: Uint8Array, side: number): RgbImage {
  const border = Math.round(side * margin);
  const size = side + 2 * border;
  const data = new Uint8Array(size * size * 3).fill(paper);
  drawing.forEach((grey, at) => {
    const pixel = (border + Math.floor(at / side)) * size + border + (at % side);
    data.fill(grey, 3 * pixel, 3 * pixel + 3);
  });
  return { width: size, height: size, data };
}
