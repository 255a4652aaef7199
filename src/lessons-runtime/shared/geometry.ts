/** Coordinates of the points of a line: `[x0, y0, x1, y1, …]`. */
export type Coordinates = readonly number[];

/** Returns the bounding box of lines. */
export function boundsOf(lines: readonly Coordinates[]): {
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
  for (const line of lines)
    for (const [at, value] of line.entries()) {
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
