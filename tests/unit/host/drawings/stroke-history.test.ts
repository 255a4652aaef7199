import { expect, it } from 'vitest';
import { createStrokeHistory } from '../../../../src/lessons-runtime/host/drawings/stroke-history.ts';

it('a history reverts strokes and clearing one by one', () => {
  const history = createStrokeHistory(4);
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
  const history = createStrokeHistory(4);
  history.add([1, 1]);
  history.reset();
  history.undo();
  expect(history.strokes).toEqual([]);
  expect(history.canUndo).toBe(false);
});

it('a history restores a drawing before the strokes that were drawn since, up to the limit', () => {
  const history = createStrokeHistory(4);
  history.add([4, 4]);
  history.add([5, 5]);
  history.clear();
  history.undo();
  history.restore([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(history.strokes).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
  history.undo();
  expect(history.strokes).toHaveLength(3);
});
