import { describe, expect, it } from 'vitest';
import type { Answer, QuestionKey } from '../../../src/lessons-runtime/quiz/question-key.ts';
import { scoreAnswer } from '../../../src/lessons-runtime/quiz/score-answer.ts';

type Key = Exclude<QuestionKey, { readonly kind: 'curve' }>;
const right = 'right';

/** What a question makes of each answer: its reason, or `null` for what is no answer yet. */
function reasons(key: Key, ...answers: readonly Answer[]): readonly (string | null)[] {
  return answers.map((answer) => {
    const score = scoreAnswer(key, answer);
    if (score === null) return null;
    expect(score.verdict).toBe(score.reason === right ? 'correct' : 'incorrect');
    return score.reason;
  });
}

describe('an answer to', () => {
  it('single is right where the right option is chosen', () => {
    const key: Key = { kind: 'single', count: 3, right: [1] };
    expect(reasons(key, [1], [0], [2], [], 'b')).toEqual([right, 'otherwise', 'otherwise', null, null]);
  });

  it('multiple is right where all right options are chosen and no other', () => {
    const key: Key = { kind: 'multiple', count: 4, right: [0, 2] };
    expect(reasons(key, [0, 2], [0], [0, 1, 2], [0, 1, 2, 3], [])).toEqual([
      right,
      'otherwise',
      'otherwise',
      'otherwise',
      null,
    ]);
  });

  it('numeric is right within the tolerance, its ends included, and a known slip has its place', () => {
    const key: Key = {
      kind: 'numeric',
      value: 0.3,
      tolerance: 0.1,
      slips: [
        { value: 30, tolerance: 0 },
        { value: 3, tolerance: 0.5 },
      ],
    };
    expect(reasons(key, '0.3', '0,3', '0.2', '0,4', '0.19', '0.41')).toEqual([
      right,
      right,
      right,
      right,
      'otherwise',
      'otherwise',
    ]);
    expect(reasons(key, '30 %', '3,5', '3.6')).toEqual(['slip-0', 'slip-1', 'otherwise']);
    expect(reasons(key, '', 'many', '1/3', [0])).toEqual([null, null, null, null]);
  });

  it('text does not mind case, accents, quotation marks, spaces or a full stop', () => {
    const key: Key = { kind: 'text', accepted: ['softmax', 'función'], slips: [['relu', 'ReLU 6']] };
    expect(reasons(key, ' SoftMax. ', 'Funcion', '«función»', '"softmax"')).toEqual([
      right,
      right,
      right,
      right,
    ]);
    expect(reasons(key, 'RELU', 'relu  6', 'soft', '   ', '?')).toEqual([
      'slip-0',
      'slip-0',
      'otherwise',
      null,
      null,
    ]);
  });

  it('output does not mind spaces beside brackets and commas, but between numbers', () => {
    const key: Key = { kind: 'output', accepted: ['[1, 112, 112, 32]', '1\n2'], slips: [['-1']] };
    expect(reasons(key, '[1,112,112,32]', '[ 1, 112,112 ,32 ]', '1 2', '\u22121')).toEqual([
      right,
      right,
      right,
      'slip-0',
    ]);
    expect(reasons(key, '12', '[1, 112, 112]')).toEqual(['otherwise', 'otherwise']);
  });

  it('ordering is right where every step stands in its author’s place', () => {
    const key: Key = { kind: 'ordering', count: 3 };
    expect(reasons(key, [0, 1, 2], [0, 2, 1], [0, 1], [0, 1, 7])).toEqual([right, 'otherwise', null, null]);
  });

  it('matching is right where every pair is, and no answer while a select is open', () => {
    const key: Key = { kind: 'matching', count: 3 };
    expect(reasons(key, [0, 1, 2], [0, 0, 2], [0, -1, 2])).toEqual([right, 'otherwise', null]);
  });
});
