import { expect, it } from 'vitest';
import { compileCell } from '../../../../src/lessons-runtime/compile/compile-cell.ts';
import { answerCell, networkCell } from '../../../../src/lessons-runtime/panel/home/answers.ts';

it.each([networkCell, answerCell])('the cell $cell compiles', ({ cell, source }) => {
  expect(compileCell(source, { name: cell, run: 1 })).toMatchObject({ ok: true });
});
