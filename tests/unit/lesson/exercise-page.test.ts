import { expect, it } from 'vitest';
import { countHonestTries } from '../../../src/lessons-runtime/lesson/exercise-page.ts';

it.each([
  [[], 0],
  [['a'], 1],
  [['a', 'a', ' a\n'], 1],
  [['a', 'b', 'a'], 3],
])('counts the honest tries of %j as %i: those whose code differs from the one before', (answers, honest) => {
  expect(countHonestTries(answers)).toBe(honest);
});
