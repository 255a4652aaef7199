/** The drawing of a network as an ice core: the input at the bottom, the output at the top. All sizes are in pixels. */

/** A stratum's place in the drawing. */
export interface DrawnStratum {
  readonly top: number;
  readonly height: number;
  /** Closed outlines, as SVG path data. */
  readonly ice: string;
  readonly water: string;
  /** Lines inside the water. */
  readonly ripple: string;
}

/** The horizontal places of the drawing's parts. */
export const drawing = {
  forward: 8,
  backward: 25,
  left: 40,
  right: 112,
  text: 122,
  /** Space above and below the strata, for the words at both ends of the passes. */
  margin: 40,
} as const;

const gap = 3;
const tilt = 7;
const middle = (drawing.left + drawing.right) / 2;
const radius = (drawing.right - drawing.left) / 2;

/**
 * Places strata below each other. A stratum with more parameters is higher, on a logarithmic scale.
 * @param parameters of each stratum, from the top of the drawing to its bottom
 */
export function drawStrata(parameters: readonly number[]): readonly DrawnStratum[] {
  let top = drawing.margin;
  return parameters.map((count, depth) => {
    const height = Math.round(Math.min(40, Math.max(24, 6 + 5 * Math.log10(count + 1))));
    const drawn = {
      top,
      height,
      ice: iceOutline(top, top + height - gap),
      water: waterOutline(top, top + height - gap, depth),
      ripple: line(wave(top + height / 2 - 1, depth * 2.3, 1.6).slice(3 + (depth % 3), 11 + (depth % 3))),
    };
    top += height;
    return drawn;
  });
}

/** Returns the ellipse that closes the core at its top. */
export function drawingCap() {
  return { cx: middle, cy: drawing.margin, rx: radius, ry: tilt };
}

/** Returns the height of a drawing. */
export function drawingHeight(strata: readonly DrawnStratum[]): number {
  return drawing.margin * 2 + tilt + strata.reduce((sum, { height }) => sum + height, 0);
}

function iceOutline(from: number, to: number): string {
  const { left, right } = drawing;
  return `M${left} ${from}A${radius} ${tilt} 0 0 0 ${right} ${from}V${to}A${radius} ${tilt} 0 0 1 ${left} ${to}Z`;
}

function waterOutline(from: number, to: number, depth: number): string {
  const upper = wave(from, depth * 1.9 - 1.9, depth === 0 ? 0 : 2);
  return `${line([...upper, ...wave(to, depth * 1.9, 2).toReversed()])}Z`;
}

/** Returns the points of a front edge: the curve of the core, with waves. */
function wave(y: number, phase: number, amplitude: number): readonly (readonly [number, number])[] {
  return Array.from({ length: 15 }, (_, step) => {
    const t = (step / 14) * 2 - 1;
    const round = 1 - t * t;
    return [middle + radius * t, y + tilt * Math.sqrt(round) + amplitude * Math.sin(t * 7.5 + phase) * round];
  });
}

function line(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}
