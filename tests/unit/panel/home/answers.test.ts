import { describe, expect, it } from 'vitest';
import { compileCell } from '../../../../src/lessons-runtime/compile/compile-cell.ts';
import { answerCell, networkCell, parseAnswers } from '../../../../src/lessons-runtime/panel/home/answers.ts';

const answer = { label: 'tabby cat', probability: 0.63 };

describe('the answers of the worker', () => {
  it('are at most five classes with their probabilities', () => {
    expect(parseAnswers(JSON.stringify([answer]))).toEqual([answer]);
    expect(parseAnswers(JSON.stringify(Array(5).fill(answer)))).toHaveLength(5);
  });

  it.each([
    ['no JSON', '['],
    ['no class', '[]'],
    ['six classes', JSON.stringify(Array(6).fill(answer))],
    ['a probability above 1', JSON.stringify([{ ...answer, probability: 1.5 }])],
    ['a label of a megabyte', JSON.stringify([{ ...answer, label: 'a'.repeat(2 ** 20) }])],
    ['no label', '[{"probability":1}]'],
  ])('are dropped if there is %s', (_, json) => {
    expect(parseAnswers(json)).toBeNull();
  });
});

it.each([networkCell, answerCell])('the cell $cell compiles', ({ cell, source }) => {
  expect(compileCell(source, { name: cell, run: 1 })).toMatchObject({ ok: true });
});
