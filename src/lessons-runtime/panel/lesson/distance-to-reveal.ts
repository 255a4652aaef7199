interface Range {
  readonly top: number;
  readonly bottom: number;
}

/** The share of the window that the next cell gets at most if not all fits. */
const nextShare = 0.5;

/**
 * Returns how far a page has to scroll down (negative: up) so that the focused line is visible, then as much of the next cell
 * as fits in half of the window, then as much of the result above it as fits. All values are in pixels from the window's top.
 * @param visible the part of the window that nothing covers
 * @param result the top of the result
 * @param next the next cell
 * @param line the focused line in it, whose height is cut to that of the window
 */
export function distanceToReveal(visible: Range, result: number, next: Range, line: Range): number {
  const height = visible.bottom - visible.top;
  const bottom = Math.min(next.bottom, next.top + height * nextShare);
  let distance = 0;
  if (bottom - result > height || bottom > visible.bottom) distance = bottom - visible.bottom;
  else if (result < visible.top) distance = result - visible.top;
  // Whatever else is in sight, the focus is.
  const lineBottom = Math.min(line.bottom, line.top + height);
  if (lineBottom - distance > visible.bottom) return lineBottom - visible.bottom;
  if (line.top - distance < visible.top) return line.top - visible.top;
  return distance;
}

/** The share of the window that the result gets at most. */
const resultShare = 0.5;

/**
 * Returns how far a page has to scroll down so that a result is visible, or its start in half of the window; 0 if it is. All
 * values are in pixels from the window's top.
 * @param visible the part of the window that nothing covers
 * @param line the top of the line with the cursor, which stays visible; `null` without one
 */
export function distanceToResult(visible: Range, result: Range, line: number | null): number {
  const bottom = Math.min(result.bottom, result.top + (visible.bottom - visible.top) * resultShare);
  const furthest = line === null ? Number.POSITIVE_INFINITY : line - visible.top;
  return Math.max(0, Math.min(bottom - visible.bottom, furthest));
}
