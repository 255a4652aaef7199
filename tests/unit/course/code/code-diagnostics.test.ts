import { describe, expect, it } from 'vitest';
import {
  answerDiagnostics,
  cellDiagnostics,
  starterDiagnostics,
} from '../../../../src/course/code/code-diagnostics.ts';
import { AuthoringError, type Diagnostic } from '../../../../src/course/diagnostics/diagnostic.ts';

describe('an author’s code', () => {
  it('is taken where it is as it must be', () => {
    expect(cellDiagnostics('// es: uno\n// en: one\nconst a: number = await 1;\na;', 'a.ts')).toEqual([]);
    expect(starterDiagnostics('const a = ____;', 'a.ts')).toEqual([]);
    expect(answerDiagnostics('const a = 1;', 'a.ts')).toEqual([]);
  });

  it.each<[what: string, faults: readonly Diagnostic[], says: RegExp]>([
    [
      'a cell that does not parse, by its line in the file',
      cellDiagnostics('// es: uno\n// en: one\nconst a = (1;', 'cells/a.ts'),
      /^cells\/a\.ts:3:\d+: expected TypeScript that runs in a cell; found this: \S.*\. \S/,
    ],
    [
      'a starter without a blank',
      starterDiagnostics('const a = 1;', 's.ts'),
      /^s\.ts: expected a blank, ____; found none\. Put one/,
    ],
    [
      'a starter that is no code around its blank',
      starterDiagnostics('const a = (____;', 's.ts'),
      /^s\.ts:1:\d+: expected TypeScript that runs in a cell; found/,
    ],
    [
      'a blank left in a solution',
      answerDiagnostics('const b = 1;\nconst a = ____;', 's.ts'),
      /^s\.ts:2:11: expected a whole answer; found a blank, ____\. Write there/,
    ],
    [
      'a solution that does not parse',
      answerDiagnostics('const a = ;', 's.ts'),
      /^s\.ts:1:\d+: expected TypeScript that runs in a cell; found/,
    ],
  ])('ends the build with %s: expected, found, and how to mend it', (_, faults, says) => {
    expect(new AuthoringError(faults).message).toMatch(says);
  });
});
