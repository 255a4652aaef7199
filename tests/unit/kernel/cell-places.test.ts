import { describe, expect, it } from 'vitest';
import { createCellPlaces } from '../../../src/lessons-runtime/kernel/cell-places.ts';

const chromium = `TypeError: Cannot read properties of undefined (reading 'deep')
    at half (cell-my-model.r3.ts:2:27)
    at Object.<anonymous> (blob:null/0b7c:12:345)
    at new Model (blob:null/0b7c:99:1)
    at async eval (cell-train.r7.ts:1:80)
    at async run (blob:null/0b7c:1:2)`;
const firefox = `half@cell-my-model.r3.ts:2:27
tidy/<@blob:null/0b7c line 12 > eval:1:1
async*@cell-train.r7.ts:1:80
run@blob:null/0b7c:1:2
`;
const safari = `half@cell-my-model.r3.ts:2:27
@blob:null/0b7c:12:345
eval code@cell-train.r7.ts:1:80
`;

describe('createCellPlaces', () => {
  const places = createCellPlaces();
  places.remember('my-model', 3, (line, column) => ({ line, column: column - 20 }));
  places.remember('train', 7, (line, column) => ({ line: line + 4, column }));

  it.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
    ['Safari', safari],
  ])('finds positions in a stack of %s, innermost first', (_, stack) => {
    expect(places.trace(stack)).toEqual([
      { cell: 'my-model', line: 2, column: 7 },
      { cell: 'train', line: 5, column: 80 },
    ]);
  });

  it.each([
    '',
    'Error: no stack',
    'at x (cell-my-model.r4.ts:1:1)',
    'at x (cell-other.r3.ts:1:1)',
    'cell-my-model.r3.ts',
  ])('finds no position in %j', (stack) => {
    expect(places.trace(stack)).toEqual([]);
  });

  it('maps positions of the run that created the function, not of the latest run', () => {
    places.remember('my-model', 8, () => ({ line: 99, column: 99 }));
    expect(places.trace(chromium)[0]).toEqual({ cell: 'my-model', line: 2, column: 7 });
  });
});
