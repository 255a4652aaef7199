/** A position on the map: 0 to 1 from left to right and from top to bottom, before zooming. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/** The visible part of the map: `zoom` times enlarged, with its top left corner at a place. */
export interface MapWindow extends MapPlace {
  readonly zoom: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const maxZoom = 12;

export const wholeMap: MapWindow = { x: 0, y: 0, zoom: 1 };

/** Returns the window zoomed by a factor around a point of the window, in 0 … 1 of its size. */
export function zoomed({ x, y, zoom }: MapWindow, factor: number, at: MapPlace): MapWindow {
  const next = Math.max(1, Math.min(maxZoom, zoom * factor));
  return clamped({ x: x + at.x / zoom - at.x / next, y: y + at.y / zoom - at.y / next, zoom: next });
}

/** Returns the window moved by a distance, in 0 … 1 of its size. */
export function moved({ x, y, zoom }: MapWindow, by: MapPlace): MapWindow {
  return clamped({ x: x + by.x / zoom, y: y + by.y / zoom, zoom });
}

/** Returns the window moved so that a place is visible; the same if it is already. */
export function showing(window: MapWindow, place: MapPlace): MapWindow {
  const { x, y } = inWindow(window, place);
  if (x >= 0 && x <= 1 && y >= 0 && y <= 1) return window;
  return moved(window, { x: x - 0.5, y: y - 0.5 });
}

/** Returns where a place is in the window, in 0 … 1 of its size. */
export function inWindow({ x, y, zoom }: MapWindow, place: MapPlace): MapPlace {
  return { x: (place.x - x) * zoom, y: (place.y - y) * zoom };
}

function clamped({ x, y, zoom }: MapWindow): MapWindow {
  const most = 1 - 1 / zoom;
  return { x: Math.max(0, Math.min(most, x)), y: Math.max(0, Math.min(most, y)), zoom };
}

/**
 * Returns the index of the nearest point in a direction; of a point 45° off, only if there is none nearer along the direction.
 * Returns `from` if there is no point on that side.
 */
export function nextPoint(points: readonly MapPlace[], from: number, direction: Direction): number {
  const start = points[from];
  if (start === undefined) return from;
  const isForwards = direction === 'right' || direction === 'down';
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const [across, down] = [point.x - start.x, point.y - start.y];
    const ahead = { left: -across, right: across, up: -down, down }[direction];
    const aside = Math.abs(direction === 'left' || direction === 'right' ? down : across);
    const isSame = ahead === 0 && aside === 0;
    // Points at the same place are reached in their order.
    if (isSame ? !(isForwards ? index > from : index < from) : ahead <= 0 || aside > 2 * ahead) return;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}
