const width = 1440;
const height = 28;

/** The corners of the broken ice, as x and y. */
const corners = [
  [0, 9],
  [96, 5],
  [128, 12],
  [236, 8],
  [262, 3],
  [388, 7],
  [420, 15],
  [536, 11],
  [560, 6],
  [672, 9],
] as const;

/** Returns the upper edge of a band as path data, with the size of its view box. The waves grow towards the right. */
export function thawEdge(): { readonly width: number; readonly height: number; readonly path: string } {
  const ice = corners.map(([x, y]) => `${x} ${y}`).join('L');
  const [from, level] = corners[corners.length - 1] ?? [0, 9];
  const step = 64;
  const waves = Array.from({ length: (width - from) / step }, (_, index) => {
    const swell = Math.min(8, 3 + index * 0.6) * (index % 2 === 0 ? 1 : -1);
    return `q${step / 2} ${swell} ${step} 0`;
  }).join('');
  return { width, height, path: `M${ice}L${from} ${level}${waves}V${height}H0Z` };
}
