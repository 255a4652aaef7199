import type { Coordinates } from '../shared/geometry.ts';

/**
 * A stroke of a drawing: its points as SVG writes them, `12,34 15,40`. Coordinates are whole numbers from 0 to `largestCoordinate`,
 * x to the right and y down, as in the simplified drawings of Quick, Draw!. One point is a dot.
 */
export type Stroke = string;

export const largestCoordinate = 255;

/** Limits of drawings. Those of a single drawing are far above what it needs. */
export const drawingLimits = {
  strokes: 300,
  /** Characters of all strokes: about 4000 points. */
  characters: 32_000,
  /** Characters of the name of a class. */
  name: 60,
  /** The most drawings of a class that a pad adds, so that thumbnails and training stay quick. Merging records can give more. */
  perClass: 500,
} as const;

/** A drawing as it crosses from the page to a cell. */
export interface DrawnPicture {
  /** Determined by the strokes. */
  readonly id: string;
  readonly strokes: readonly Stroke[];
}

/** A class of a page's draw pads, with the learner's drawings of it. */
export interface DrawnClass {
  /** As in the manifest of the drawings, for example `butterfly`. */
  readonly name: string;
  /** In the page's language. */
  readonly title: string;
  readonly drawings: readonly DrawnPicture[];
}

export function coordinatesOf(stroke: Stroke): Coordinates {
  return stroke.split(/[ ,]/).map(Number);
}
