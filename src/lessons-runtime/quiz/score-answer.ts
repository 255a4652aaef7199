import { isSameOutput, normaliseText } from './normalise-text.ts';
import { numberReadings } from './number-readings.ts';
import type { Answer, NumericSlip, QuestionKey } from './question-key.ts';

/** The explanation that an answer gets. Each slip of a typed answer has its own, by its index. */
export type Reason = 'right' | 'otherwise' | `slip-${number}`;

export interface Score {
  readonly verdict: 'correct' | 'incorrect';
  readonly reason: Reason;
}

/** Counts the steps or pairs of an answer that are in the correct place. */
export function countInPlace(answer: readonly number[]): number {
  return answer.filter((number, index) => number === index).length;
}

type AnswerKey = Exclude<QuestionKey, { readonly kind: 'curve' }>;

/**
 * Scores an answer. `score-curve.ts` scores predictions of curves.
 * @returns `null` if the answer is incomplete: nothing chosen, a select left open, or no number in a numeric answer
 */
export function scoreAnswer(key: AnswerKey, answer: Answer): Score | null {
  switch (key.kind) {
    case 'single':
    case 'multiple':
      return typeof answer === 'string' || answer.length === 0
        ? null
        : judged(isSameChoice(answer, key.right));
    case 'ordering':
    case 'matching':
      return typeof answer === 'string' || !isComplete(answer, key.count)
        ? null
        : judged(countInPlace(answer) === key.count);
    case 'numeric':
      return typeof answer === 'string' ? scoreNumber(key, answer) : null;
    case 'text':
      return typeof answer === 'string' ? scoreWords(key, answer, isSameText) : null;
    case 'output':
      return typeof answer === 'string' ? scoreWords(key, answer, isSameOutput) : null;
  }
}

function judged(isRight: boolean, reason: Reason = 'otherwise'): Score {
  return isRight ? { verdict: 'correct', reason: 'right' } : { verdict: 'incorrect', reason };
}

function scoreNumber(key: AnswerKey & { readonly kind: 'numeric' }, answer: string): Score | null {
  const readings = numberReadings(answer, key.isShare);
  if (readings.length === 0) return null;
  const isNear = (wanted: NumericSlip) => readings.some((reading) => isWithin(reading, wanted));
  return judged(isNear(key), slipOf(key.slips.findIndex(isNear)));
}

/** Compares with a margin for rounding, because `0.3 − 0.2 ≤ 0.1` holds in decimal, but not in binary. */
function isWithin(reading: number, { value, tolerance }: NumericSlip): boolean {
  return Math.abs(reading - value) <= tolerance + 1e-9 * Math.max(1, Math.abs(value));
}

function scoreWords(
  key: AnswerKey & { readonly kind: 'text' | 'output' },
  answer: string,
  isSame: (one: string, other: string) => boolean,
): Score | null {
  if (normaliseText(answer) === '') return null;
  const isAmong = (texts: readonly string[]) => texts.some((text) => isSame(text, answer));
  return judged(isAmong(key.accepted), slipOf(key.slips.findIndex(isAmong)));
}

function isSameText(one: string, other: string): boolean {
  return normaliseText(one) === normaliseText(other);
}

function slipOf(index: number): Reason {
  return index === -1 ? 'otherwise' : `slip-${index}`;
}

function isSameChoice(chosen: readonly number[], right: readonly number[]): boolean {
  return chosen.length === right.length && right.every((option) => chosen.includes(option));
}

/** Whether every place has a number. Numbers may repeat, because a right side may be chosen for two left sides. */
function isComplete(answer: readonly number[], count: number): boolean {
  return answer.length === count && answer.every((number) => number >= 0 && number < count);
}
