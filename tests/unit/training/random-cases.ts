import seedrandom from 'seedrandom';
import type { Values } from './two-backends.ts';

/** A repeatable source of test cases. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  oneOf<T>(choices: readonly T[]): T;
  /** Values in −1 … 1. */
  values(shape: readonly number[]): Values;
}

export function createChance(seed: string): Chance {
  const random = seedrandom(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return {
    whole,
    oneOf(choices) {
      const choice = choices[whole(0, choices.length - 1)];
      if (choice === undefined) throw new Error('nothing to choose from');
      return choice;
    },
    values(shape) {
      const size = shape.reduce((product, length) => product * length, 1);
      return { shape, data: Float32Array.from({ length: size }, () => random() * 2 - 1) };
    },
  };
}

export type Padding = 'same' | 'valid' | number | [[0, 0], [number, number], [number, number], [0, 0]];

/** A convolution or a pooling, as its arguments. */
export interface WindowCase {
  readonly input: readonly [batch: number, height: number, width: number, channels: number];
  readonly window: readonly [height: number, width: number];
  readonly strides: [number, number];
  readonly padding: Padding;
}

/** Any case that tfjs's cpu backend computes: strides beyond the window and padding beyond it included. */
export function windowCase(chance: Chance): WindowCase {
  const { whole } = chance;
  const window = [whole(1, 5), whole(1, 5)] as const;
  const input = [
    whole(1, 3),
    whole(1, 12),
    whole(1, 12),
    chance.oneOf([1, 2, 3, 4, 5, 8, 16, 17, 24, 36]),
  ] as const;
  const padding = chance.oneOf<Padding>([
    'same',
    'same',
    'valid',
    whole(0, 2),
    [
      [0, 0],
      [whole(0, 2), whole(0, 2)],
      [whole(0, 2), whole(0, 2)],
      [0, 0],
    ],
  ]);
  const strides: [number, number] = [whole(1, 4), whole(1, 4)];
  return { input, window, strides, padding };
}

/** Whether a window finds room at all: tfjs gives an empty or an impossible output otherwise. */
export function hasOutput({ input, window, strides, padding }: WindowCase): boolean {
  if (padding === 'same') return true;
  const pads = (axis: 0 | 1) => {
    if (padding === 'valid') return 0;
    if (typeof padding === 'number') return 2 * padding;
    const [before, after] = padding[axis + 1] ?? [0, 0];
    return before + after;
  };
  // tfjs-core works a numeric padding out of the window's height and its first stride, for both axes.
  const isNumber = typeof padding === 'number';
  const out = ([0, 1] as const).map((axis) => {
    const size = input[axis + 1] ?? 0;
    const used = isNumber ? 0 : axis;
    return Math.floor((size + pads(axis) - window[used]) / strides[used]) + 1;
  });
  return out.every((size) => size > 0);
}
