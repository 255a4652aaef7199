import { expect, test } from 'vitest';
import { learnerMessage } from '../../../../src/lessons-runtime/compile/problems/learner-message.ts';
import { createTestKernel } from '../test-kernel.ts';

test.each([
  ['train(1)', 'train is not a function'],
  ['model.fit(1)', 'model.fit is not a function'],
  ['(() => { const { a } = none })()', "Cannot destructure property 'a' of 'none' as it is undefined."],
  ['new count()', 'count is not a constructor'],
  ['for (const x of count);', 'count is not iterable'],
  ['missing', 'missing is not defined'],
  ['(($) => count($))(1)', 'count is not a function'],
  ['"x" in count', "Cannot use 'in' operator to search for 'x' in 1"],
])('the engine’s message for %s contains the learner’s names', async (cell, expected) => {
  const kernel = createTestKernel();
  await kernel.run('const model = {}, count = 1, train = 2, none = undefined');
  const error: unknown = await kernel.run(cell).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(learnerMessage(error instanceof Error ? error.message : '')).toContain(expected);
});

test.each([
  ['el precio es $.50'],
  ['a$.b is not a function'],
  ['x.$.b is not a function'],
])('%s is returned unchanged', (message) => {
  expect(learnerMessage(message)).toBe(message);
});
