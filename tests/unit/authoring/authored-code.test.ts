import { describe, expect, it } from 'vitest';
import { answerFaults, cellFaults, starterFaults } from '../../../src/authoring/authored-code.ts';
import { AuthoringError, type Fault } from '../../../src/faults/fault.ts';

describe('an author’s code', () => {
  it('is taken where it is as it must be', () => {
    expect(cellFaults('// es: uno\n// en: one\nconst a: number = await 1;\na;', 'a.ts')).toEqual([]);
    expect(starterFaults('const a = ____;', 'a.ts')).toEqual([]);
    expect(answerFaults('const a = 1;', 'a.ts')).toEqual([]);
  });

  it.each<[what: string, faults: readonly Fault[], says: RegExp]>([
    [
      'a cell that does not parse, by its line in the file',
      cellFaults('// es: uno\n// en: one\nconst a = (1;', 'cells/a.ts'),
      /^cells\/a\.ts:3:\d+: expected TypeScript that runs in a cell; found this: \S.*\. \S/,
    ],
    [
      'a starter without a blank',
      starterFaults('const a = 1;', 's.ts'),
      /^s\.ts: expected a blank, ____; found none\. Put one/,
    ],
    [
      'a starter that is no code around its blank',
      starterFaults('const a = (____;', 's.ts'),
      /^s\.ts:1:\d+: expected TypeScript that runs in a cell; found/,
    ],
    [
      'a blank left in a solution',
      answerFaults('const b = 1;\nconst a = ____;', 's.ts'),
      /^s\.ts:2:11: expected a whole answer; found a blank, ____\. Write there/,
    ],
    [
      'a solution that does not parse',
      answerFaults('const a = ;', 's.ts'),
      /^s\.ts:1:\d+: expected TypeScript that runs in a cell; found/,
    ],
  ])('ends the build with %s: expected, found, and how to mend it', (_, faults, says) => {
    expect(new AuthoringError(faults).message).toMatch(says);
  });
});
