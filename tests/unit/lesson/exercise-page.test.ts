import { expect, it } from 'vitest';
import { countHonestTries } from '../../../src/lessons-runtime/lesson/exercise-page.ts';

it.each([
  [[], 0],
  [['a'], 1],
  [['a', 'a', ' a\n'], 1],
  [['a', 'b', 'a'], 3],
])('counts the attempts whose code differs from the last one: %j has %i', (answers, honest) => {
  expect(countHonestTries(answers.map((answer) => ({ answer, stage: 'checked' })))).toBe(honest);
});

it.each([
  ['blanks', 0],
  ['syntax', 0],
  ['types', 0],
  ['run', 3],
  ['time', 3],
  ['checked', 3],
] as const)('counts only attempts that ran: of three that ended at “%s”, %i', (stage, honest) => {
  expect(countHonestTries(['a(', 'b(', 'c('].map((answer) => ({ answer, stage })))).toBe(honest);
});
