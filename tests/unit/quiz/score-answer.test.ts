import { describe, expect, it } from 'vitest';
import type { Answer, QuestionKey } from '../../../src/lessons-runtime/quiz/question-key.ts';
import { scoreAnswer } from '../../../src/lessons-runtime/quiz/score-answer.ts';

type Key = Exclude<QuestionKey, { readonly kind: 'curve' }>;
const right = 'right';

/** Scores answers and returns the reason for each, or `null` if the answer is incomplete. */
function reasons(key: Key, ...answers: readonly Answer[]): readonly (string | null)[] {
  return answers.map((answer) => {
    const score = scoreAnswer(key, answer);
    if (score === null) return null;
    expect(score.verdict).toBe(score.reason === right ? 'correct' : 'incorrect');
    return score.reason;
  });
}

describe('scoreAnswer', () => {
  it('accepts the correct option of a single-choice question', () => {
    const key: Key = { kind: 'single', count: 3, right: [1] };
    expect(reasons(key, [1], [0], [2], [], 'b')).toEqual([right, 'otherwise', 'otherwise', null, null]);
  });

  it('accepts exactly the correct options of a multiple-choice question', () => {
    const key: Key = { kind: 'multiple', count: 4, right: [0, 2] };
    expect(reasons(key, [0, 2], [0], [0, 1, 2], [0, 1, 2, 3], [])).toEqual([
      right,
      'otherwise',
      'otherwise',
      'otherwise',
      null,
    ]);
  });

  it('accepts numbers within the tolerance, inclusive, and recognizes slips', () => {
    const key: Key = {
      kind: 'numeric',
      value: 0.3,
      tolerance: 0.1,
      isShare: true,
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
    expect(reasons(key, '30', '3,5', '3.6')).toEqual(['slip-0', 'slip-1', 'otherwise']);
    expect(reasons(key, '', 'many', '1/3', [0])).toEqual([null, null, null, null]);
  });

  it('accepts percentages if the answer is a share, and only then divides them by 100', () => {
    const slips = [{ value: 0.01, tolerance: 0 }];
    const rate: Key = { kind: 'numeric', value: 0.0001, tolerance: 0, isShare: true, slips };
    expect(reasons(rate, '0,01 %', '0.0001', '0,01', '1 %')).toEqual([right, right, 'slip-0', 'slip-0']);
    const accuracy: Key = { kind: 'numeric', value: 85, tolerance: 0, isShare: false, slips };
    expect(reasons(accuracy, '85 %', '85', '8.5 %', '0.85', '0,85 %', '850 %')).toEqual([
      right,
      right,
      ...Array(4).fill('otherwise'),
    ]);
  });

  it('ignores case, accents, quotation marks, spaces and a full stop in text', () => {
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

  it('ignores hyphens, articles and the spacing of code in text', () => {
    const key: Key = {
      kind: 'text',
      accepted: [
        'trainable',
        'trainable = false',
        'layer.trainable = false',
        'soft max',
        'model card',
        'Esc',
      ],
      slips: [['ReLU 6']],
    };
    const same = [
      ...[
        'trainable=false',
        'layer.trainable=false',
        'Layer . trainable = False',
        '.trainable',
        'trainable.',
      ],
      ...['la propiedad trainable', 'the trainable property', 'the property trainable', '`trainable`'],
      ...['soft-max', 'softmax()', 'soft_max', 'la softmax', 'una soft max', 'SoftMax ()'],
      ...['modelcard', 'model-card', 'the model card', 'a model card'],
      ...['la tecla Esc', 'tecla esc', 'the Esc key', 'Esc key', 'the key Esc'],
    ];
    expect(reasons(key, ...same)).toEqual(same.map(() => right));
    expect(reasons(key, 'relu-6', 'ReLU6', 'una relu 6')).toEqual(['slip-0', 'slip-0', 'slip-0']);
    const other = [
      ...['trainable = true', 'untrainable', 'trainable == false', 'trainable(false)', 'layer', 'x.Esc'],
      ...['card', 'key', 'la', 'the property', 'max', 'soft', 'mode lcard s', 'Esc Esc'],
    ];
    expect(reasons(key, ...other)).toEqual(other.map(() => 'otherwise'));
  });

  it('distinguishes negative and separate numbers in text', () => {
    const key: Key = { kind: 'text', accepted: ['-1', '1 2', '10-20'], slips: [['1']] };
    expect(reasons(key, '-1', '1', '12', '1020')).toEqual([right, 'slip-0', 'otherwise', 'otherwise']);
  });

  it('ignores the notation of numbers and shapes in output', () => {
    const shape: Key = { kind: 'output', accepted: ['[1, 112, 112, 32]'], slips: [['[1, 112, 112, 3]']] };
    const same = [
      ...['1, 112, 112, 32', '(1,112,112,32)', '1 × 112 × 112 × 32', '[1,112,112,32]', '1x112x112x32'],
      ...['{1; 112; 112; 32}', '[1, 112, 112, 32,]', '[1, 112, 112, 32].', '1 * 112 * 112 * 32'],
    ];
    expect(reasons(shape, ...same)).toEqual(same.map(() => right));
    expect(
      reasons(shape, '1,112,112,3', '112, 112, 32', '[[1, 112], [112, 32]]', '111211232', '1.112'),
    ).toEqual(['slip-0', ...Array(4).fill('otherwise')]);
    const one: Key = { kind: 'output', accepted: ['1'], slips: [['0.5'], ['-1'], ['10']] };
    expect(reasons(one, '1.0', '1,0', '01', '+1', '0,5', '.50', '\u22121,0', '1e1')).toEqual([
      ...Array(4).fill(right),
      ...['slip-0', 'slip-0', 'slip-1', 'slip-2'],
    ]);
    expect(reasons(one, '[1]', '1.1', '1, 1', 'true')).toEqual(Array(4).fill('otherwise'));
    const pair: Key = { kind: 'output', accepted: ['[2, 3]'], slips: [['2.3']] };
    expect(reasons(pair, '2, 3', '2,3', '(2,3)', '2.3')).toEqual([right, right, right, 'slip-0']);
  });

  it('ignores spaces beside brackets and commas, but not between numbers in output', () => {
    const key: Key = { kind: 'output', accepted: ['[1, 112, 112, 32]', '1\n2'], slips: [['-1']] };
    expect(reasons(key, '[1,112,112,32]', '[ 1, 112,112 ,32 ]', '1 2', '\u22121')).toEqual([
      right,
      right,
      right,
      'slip-0',
    ]);
    expect(reasons(key, '12', '[1, 112, 112]')).toEqual(['otherwise', 'otherwise']);
  });

  it('accepts steps in the author’s order', () => {
    const key: Key = { kind: 'ordering', count: 3 };
    expect(reasons(key, [0, 1, 2], [0, 2, 1], [0, 1], [0, 1, 7])).toEqual([right, 'otherwise', null, null]);
  });

  it('accepts matching if every pair is correct, and returns null while a select is open', () => {
    const key: Key = { kind: 'matching', count: 3 };
    expect(reasons(key, [0, 1, 2], [0, 0, 2], [0, -1, 2])).toEqual([right, 'otherwise', null]);
  });
});
