import { expect, it } from 'vitest';
import { createStrokeHistory } from '../../../../src/lessons-runtime/host/drawings/stroke-history.ts';

it('a history reverts strokes and clearing one by one', () => {
  const history = createStrokeHistory();
  expect(history.canUndo).toBe(false);
  history.add([1, 1]);
  history.add([2, 2]);
  history.clear();
  history.clear();
  expect(history.strokes).toEqual([]);
  history.undo();
  expect(history.strokes).toEqual([
    [1, 1],
    [2, 2],
  ]);
  history.undo();
  expect(history.strokes).toEqual([[1, 1]]);
  history.undo();
  history.undo();
  expect(history.strokes).toEqual([]);
  expect(history.canUndo).toBe(false);
});

it('a history has nothing to revert after a reset', () => {
  const history = createStrokeHistory();
  history.add([1, 1]);
  history.reset();
  history.undo();
  expect(history.strokes).toEqual([]);
  expect(history.canUndo).toBe(false);
});
