import { describe, expect, it } from 'vitest';
import {
  expectCell,
  expectCheck,
  expectSolution,
  expectStarter,
} from '../../../src/components/lesson/authored-code.ts';
import { readExercise } from '../../../src/components/lesson/read-exercise.ts';
import { authoredExercises } from '../../support/exercises.ts';

describe('an author’s code', () => {
  it('is taken where it is as it must be', () => {
    expectCell('// es: uno\n// en: one\nconst a: number = await 1;\na;', 'a.ts');
    expectStarter('const a = ____;', 'a.ts');
    expectSolution('const a = 1;', 'a.ts');
    expectCheck("check.define({ grade: () => check.wrong('other') });", 'a.ts', ['correct', 'other']);
  });

  it.each<[what: string, look: () => void, says: RegExp]>([
    [
      'a cell that does not parse, by its line in the file',
      () => expectCell('// es: uno\n// en: one\nconst a = (1;', 'cells/a.ts'),
      /^cells\/a\.ts:3:\d+: expected TypeScript that runs in a cell; found: \S.*\. \S/,
    ],
    [
      'a starter without a blank',
      () => expectStarter('const a = 1;', 's.ts'),
      /^s\.ts: expected a blank, ____; found none\. Put one/,
    ],
    [
      'a blank left in a solution',
      () => expectSolution('const b = 1;\nconst a = ____;', 's.ts'),
      /^s\.ts:2:11: expected a whole answer; found a blank, ____\. Write there/,
    ],
    [
      'a check that does not parse',
      () => expectCheck('check.define({ grade() { return }', 'c.ts', []),
      /^c\.ts:1:\d+: expected TypeScript/,
    ],
    [
      'a check that defines nothing',
      () => expectCheck('const grade = 1;', 'c.ts', []),
      /^c\.ts: expected check\.define\(\{ … \}\); found no such call\. Write/,
    ],
    [
      'a check with a message that is not written',
      () => expectCheck("check.define({ grade: () => check.wrong('odd') });", 'c.ts', ['correct', 'other']),
      /^c\.ts: expected messages that feedback\.yaml has \(correct, other\); found check\.wrong\('odd'\)\. Write/,
    ],
  ])('ends the build with %s: expected, found, and how to mend it', (_, look, says) => {
    expect(look).toThrow(says);
  });
});

it.each(authoredExercises)('$lesson/$id is read by the build', ({ lesson, id }) => {
  expect(readExercise(lesson, id, 'es').page.check).toContain('check.define(');
});
