type Place = readonly number[];

const steps = 60;

/**
 * Returns places from 0 to 1 on a map for points: scaled in each direction, and moved apart where thumbnails would cover each
 * other.
 * @param points [n][2]
 */
export function mapPlaces(points: readonly Place[]): readonly Place[] {
  const places = scaled(points).map((place) => [...place]);
  const distance = Math.min(0.11, 0.7 / Math.sqrt(points.length));
  for (let step = 0; step < steps; step++) {
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) moveApart(one, other, distance, at);
    }
  }
  return scaled(places);
}

/** Moves two places apart if they are nearer than a distance. @param at decides the direction for equal places */
function moveApart(one: number[], other: number[], distance: number, at: number): void {
  const [dx, dy] = [0, 1].map((axis) => (other[axis] ?? 0) - (one[axis] ?? 0));
  const length = Math.hypot(dx ?? 0, dy ?? 0);
  if (length >= distance) return;
  const push = (distance - length) / 4;
  const [x, y] = length === 0 ? [Math.cos(at), Math.sin(at)] : [(dx ?? 0) / length, (dy ?? 0) / length];
  for (const [axis, direction] of [x, y].entries()) {
    one[axis] = (one[axis] ?? 0) - push * direction;
    other[axis] = (other[axis] ?? 0) + push * direction;
  }
}

/** Scales each coordinate to 0 … 1. */
function scaled(points: readonly Place[]): readonly Place[] {
  const ranges = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis] ?? 0);
    return { min: Math.min(...values), max: Math.max(...values) };
  });
  return points.map((point) =>
    ranges.map(({ min, max }, axis) => (max > min ? ((point[axis] ?? 0) - min) / (max - min) : 0.5)),
  );
}
