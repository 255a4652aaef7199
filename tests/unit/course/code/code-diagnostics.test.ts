import { describe, expect, it } from 'vitest';
import {
  answerDiagnostics,
  cellDiagnostics,
  starterDiagnostics,
} from '../../../../src/course/code/code-diagnostics.ts';
import { AuthoringError, type Diagnostic } from '../../../../src/course/diagnostics/diagnostic.ts';

describe('code diagnostics', () => {
  it('accept valid code', () => {
    expect(cellDiagnostics('// es: uno\n// en: one\nconst a: number = await 1;\na;', 'a.ts')).toEqual([]);
    expect(starterDiagnostics('const a = ____;', 'a.ts')).toEqual([]);
    expect(answerDiagnostics('const a = 1;', 'a.ts')).toEqual([]);
  });

  it.each<[mistake: string, diagnostics: readonly Diagnostic[], message: RegExp]>([
    [
      'a cell that does not parse, with its line in the file',
      cellDiagnostics('// es: uno\n// en: one\nconst a = (1;', 'cells/a.ts'),
      /^cells\/a\.ts:3:\d+: expected TypeScript that runs in a cell; found an error: \S.*\. \S/,
    ],
    [
      'a starter without a blank',
      starterDiagnostics('const a = 1;', 's.ts'),
      /^s\.ts: expected a blank, ____; found none\. Put one/,
    ],
    [
      'a starter that does not parse',
      starterDiagnostics('const a = (____;', 's.ts'),
      /^s\.ts:1:\d+: expected TypeScript that runs in a cell; found/,
    ],
    [
      'a blank left in a solution',
      answerDiagnostics('const b = 1;\nconst a = ____;', 's.ts'),
      /^s\.ts:2:11: expected a complete answer; found a blank, ____\. Fill it in/,
    ],
    [
      'a solution that does not parse',
      answerDiagnostics('const a = ;', 's.ts'),
      /^s\.ts:1:\d+: expected TypeScript that runs in a cell; found/,
    ],
  ])('report %s: expected, found, and how to fix it', (_, diagnostics, message) => {
    expect(new AuthoringError(diagnostics).message).toMatch(message);
  });
});
