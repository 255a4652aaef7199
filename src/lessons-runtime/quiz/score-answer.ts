import { isSameOutput, normaliseText } from './normalise-text.ts';
import { numberReadings } from './number-readings.ts';
import type { Answer, NumericSlip, QuestionKey } from './question-key.ts';

/** Which of a question's explanations an answer gets: of typed answers each known slip has its own, by its place. */
export type Reason = 'right' | 'otherwise' | `slip-${number}`;

export interface Score {
  readonly verdict: 'correct' | 'incorrect';
  readonly reason: Reason;
}

/** How many steps or pairs of an answer are where they belong. */
export function countInPlace(answer: readonly number[]): number {
  return answer.filter((number, place) => number === place).length;
}

type AnswerKey = Exclude<QuestionKey, { readonly kind: 'curve' }>;

/**
 * Judges an answer. A curve is not judged here: its training does that (`score-curve.ts`).
 * @returns `null` where there is not yet an answer: nothing chosen, a select left open, no number where one belongs
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
      return typeof answer === 'string' || !isWhole(answer, key.count)
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

/** A tolerance is meant in decimal, where `0.3 − 0.2 ≤ 0.1`. */
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

function slipOf(place: number): Reason {
  return place === -1 ? 'otherwise' : `slip-${place}`;
}

function isSameChoice(chosen: readonly number[], right: readonly number[]): boolean {
  return chosen.length === right.length && right.every((option) => chosen.includes(option));
}

/** A number for each place. A step stands in one place only, but a right side may be put beside two left ones. */
function isWhole(answer: readonly number[], count: number): boolean {
  return answer.length === count && answer.every((number) => number >= 0 && number < count);
}
