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
  /** The most drawings of a class, so that thumbnails and training stay quick. */
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

/** Coordinates of the points of a stroke: `[x0, y0, x1, y1, …]`. */
export type Coordinates = readonly number[];

export function coordinatesOf(stroke: Stroke): Coordinates {
  return stroke.split(/[ ,]/).map(Number);
}

/** Returns the bounding box of strokes. */
export function boundsOf(strokes: readonly Coordinates[]): {
  readonly left: number;
  readonly top: number;
  /** The longer side. */
  readonly extent: number;
  readonly middle: readonly [x: number, y: number];
} {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const stroke of strokes)
    for (const [at, value] of stroke.entries()) {
      if (at % 2 === 0) [left, right] = [Math.min(left, value), Math.max(right, value)];
      else [top, bottom] = [Math.min(top, value), Math.max(bottom, value)];
    }
  const extent = Math.max(right - left, bottom - top);
  return { left, top, extent, middle: [(left + right) / 2, (top + bottom) / 2] };
}

/** A segment between two points; a dot if they are equal. */
export type Segment = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** Returns the squared distance of a point from the nearest point of a segment. */
export function squaredDistance(x: number, y: number, [fromX, fromY, toX, toY]: Segment): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const squared = alongX * alongX + alongY * alongY;
  const along = (x - fromX) * alongX + (y - fromY) * alongY;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, along / squared));
  const [offX, offY] = [x - fromX - share * alongX, y - fromY - share * alongY];
  return offX * offX + offY * offY;
}
