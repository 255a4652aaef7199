import { describe, expect, it } from 'vitest';
import {
  examplesByCell,
  oncePerSource,
} from '../../../../src/lessons-runtime/library/evaluation/report-examples.ts';

/** Examples [label, predicted] in descending order of loss. */
const examplesOf = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([label, predicted], index) => ({
    index,
    label,
    predicted,
    probability: 0.5,
    loss: 1 - index / 100,
  }));

describe('oncePerSource', () => {
  it('keeps the first example of each source and counts the others', () => {
    const sources = ['a', 'b', 'a', 'a'];
    const examples = examplesOf([0, 1], [0, 0], [0, 0], [1, 1]);
    expect(
      oncePerSource(examples, (index) => sources[index] ?? '').map(({ example, copies }) => [
        example.index,
        copies,
      ]),
    ).toEqual([
      [0, 2],
      [1, 1],
      // The same id in another class is another picture.
      [3, 1],
    ]);
  });
});

describe('examplesByCell', () => {
  it('has at most twelve examples of each cell, mistakes first', () => {
    const examples = examplesOf(
      ...Array.from({ length: 20 }, () => [0, 0] as const),
      ...Array.from({ length: 20 }, () => [0, 1] as const),
    );
    const shown = examplesByCell(examples, String, 144);
    expect(shown).toHaveLength(24);
    expect(shown.slice(0, 12).map(({ index }) => index)).toEqual(
      Array.from({ length: 12 }, (_, at) => 20 + at),
    );
  });

  it('stays within the limit for many cells', () => {
    const examples = examplesOf(
      ...Array.from({ length: 400 }, (_, at) => [at % 20, Math.floor(at / 20)] as const),
    );
    const shown = examplesByCell(examples, String, 144);
    expect(shown).toHaveLength(144);
    expect(shown.every(({ label, predicted }) => label !== predicted)).toBe(true);
  });
});
