import seedrandom from 'seedrandom';
import type { Values } from './two-backends.ts';

/** Random test data that a seed determines. */
interface RandomCases {
  /** Returns an integer from `min` to `max`, both inclusive. */
  integer(min: number, max: number): number;
  oneOf<T>(choices: readonly T[]): T;
  /** Returns values from −1 to 1. */
  values(shape: readonly number[]): Values;
}

export function createRandomCases(seed: string): RandomCases {
  const random = seedrandom(seed);
  const integer = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  return {
    integer,
    oneOf(choices) {
      const choice = choices[integer(0, choices.length - 1)];
      if (choice === undefined) throw new Error('the list of choices is empty');
      return choice;
    },
    values(shape) {
      const size = shape.reduce((product, length) => product * length, 1);
      return { shape, data: Float32Array.from({ length: size }, () => random() * 2 - 1) };
    },
  };
}

type Padding = 'same' | 'valid' | number | [[0, 0], [number, number], [number, number], [0, 0]];

/** The arguments of a convolution or pooling. */
export interface WindowCase {
  readonly input: readonly [batch: number, height: number, width: number, channels: number];
  readonly window: readonly [height: number, width: number];
  readonly strides: [number, number];
  readonly padding: Padding;
}

/** Draws a case that tfjs's cpu backend computes; strides and paddings may be larger than the window. */
export function windowCase(random: RandomCases): WindowCase {
  const { integer } = random;
  const window = [integer(1, 5), integer(1, 5)] as const;
  const input = [
    integer(1, 3),
    integer(1, 12),
    integer(1, 12),
    random.oneOf([1, 2, 3, 4, 5, 8, 16, 17, 24, 36]),
  ] as const;
  const padding = random.oneOf<Padding>([
    'same',
    'same',
    'valid',
    integer(0, 2),
    [
      [0, 0],
      [integer(0, 2), integer(0, 2)],
      [integer(0, 2), integer(0, 2)],
      [0, 0],
    ],
  ]);
  const strides: [number, number] = [integer(1, 4), integer(1, 4)];
  return { input, window, strides, padding };
}

/** Returns whether the padded input is at least as large as the window; otherwise tfjs's output is empty or invalid. */
export function hasOutput({ input, window, strides, padding }: WindowCase): boolean {
  if (padding === 'same') return true;
  const pads = (axis: 0 | 1) => {
    if (padding === 'valid') return 0;
    if (typeof padding === 'number') return 2 * padding;
    const [before, after] = padding[axis + 1] ?? [0, 0];
    return before + after;
  };
  // With a numeric padding, tfjs-core uses the window's height and its first stride for both axes.
  const isNumber = typeof padding === 'number';
  const out = ([0, 1] as const).map((axis) => {
    const size = input[axis + 1] ?? 0;
    const used = isNumber ? 0 : axis;
    return Math.floor((size + pads(axis) - window[used]) / strides[used]) + 1;
  });
  return out.every((size) => size > 0);
}
