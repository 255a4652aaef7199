import type { CoursePart } from '../../i18n/course-part.ts';

/** A layer of a network, drawn as a stratum of an ice core. Coordinates are in the units of `coreBox`. */
export interface Stratum {
  /** 0 is the head, at the top. */
  readonly depth: number;
  readonly thawed: boolean;
  /** The closed outline, as SVG path data. */
  readonly outline: string;
  /** The marks inside: bubbles (circles) in ice, ripples (path data) in water. */
  readonly bubbles: readonly { readonly x: number; readonly y: number; readonly r: number }[];
  readonly ripples: readonly string[];
}

/** The size of the drawing's view box. */
export const coreBox = { width: 160, height: 366 } as const;
const centre = coreBox.width / 2;
const radius = 62;
const tilt = 13;
const heights = [46, 58, 36, 62, 32, 50, 44] as const;
const gap = 4;

/** Returns whether a stratum is thawed in a part of the course. */
function isThawed(part: CoursePart, depth: number): boolean {
  return part === 'finetuning' || (part === 'transfer' && depth === 0);
}

/** Returns the strata of a part's core, the deepest first, because each overlaps the one below it when drawn. */
export function coreStrata(part: CoursePart): Stratum[] {
  const random = createRandom(7);
  let top = tilt + 2;
  const strata = heights.map((height, depth): Stratum => {
    const thawed = isThawed(part, depth);
    const lift = part === 'transfer' && depth === 0 ? -10 : 0;
    const from = top + lift + 10;
    const to = from + height - (thawed && part === 'finetuning' ? 0 : gap);
    top += height;
    const marks = {
      bubbles: thawed ? [] : bubbles(from, to, random),
      ripples: thawed ? ripples(from, to, depth) : [],
    };
    return {
      depth,
      thawed,
      outline: thawed ? waterOutline(from, to, depth) : iceOutline(from, to),
      ...marks,
    };
  });
  return strata.reverse();
}

/** Returns the ellipse that closes the core at the top. */
export function coreCap(part: CoursePart): {
  cx: number;
  cy: number;
  rx: number;
  ry: number;
  thawed: boolean;
} {
  const lift = part === 'transfer' ? -10 : 0;
  return { cx: centre, cy: tilt + 12 + lift, rx: radius, ry: tilt, thawed: isThawed(part, 0) };
}

function iceOutline(from: number, to: number): string {
  const [left, right] = [centre - radius, centre + radius];
  return `M${left} ${from}A${radius} ${tilt} 0 0 0 ${right} ${from}V${to}A${radius} ${tilt} 0 0 1 ${left} ${to}Z`;
}

/** Returns the points of a thawed stratum's front edge: the curve of the core, with waves. */
function frontWave(y: number, phase: number, amplitude: number): { x: number; y: number }[] {
  const steps = 16;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = (step / steps) * 2 - 1;
    const curve = tilt * Math.sqrt(1 - t * t);
    return { x: centre + radius * t, y: y + curve + amplitude * Math.sin(t * 7.5 + phase) * (1 - t * t) };
  });
}

function waterOutline(from: number, to: number, depth: number): string {
  const upper = frontWave(from, depth * 1.9 - 1.9, depth === 0 ? 0 : 3.4);
  const lower = frontWave(to, depth * 1.9, 3.4).reverse();
  return `M${[...upper, ...lower].map(point).join('L')}Z`;
}

function ripples(from: number, to: number, depth: number): string[] {
  const count = Math.max(1, Math.round((to - from) / 22));
  return Array.from({ length: count }, (_, index) => {
    const y = from + ((index + 0.5) * (to - from)) / count;
    const wave = frontWave(y, depth * 2.3 + index, 2.6);
    const start = (depth * 3 + index * 5) % 7;
    return `M${wave
      .slice(2 + start, 9 + start)
      .map(point)
      .join('L')}`;
  });
}

function bubbles(from: number, to: number, random: () => number): Stratum['bubbles'] {
  const count = Math.round((to - from) / 7);
  return Array.from({ length: count }, () => {
    const t = random() * 1.7 - 0.85;
    const y = from + 5 + random() * (to - from - 8) + tilt * Math.sqrt(1 - t * t) - 2;
    return { x: round(centre + radius * t), y: round(y), r: round(0.7 + random() * 1.5) };
  });
}

function point({ x, y }: { x: number; y: number }): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Creates a linear congruential generator, so that every build has the same drawing. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
