import type { Answer, QuestionKind } from './question-key.ts';

/**
 * Converts a stored answer to the present order of a question's options, steps or pairs.
 * @param then their ids when the answer was given; `undefined` if they are not known, and for a typed answer
 * @param now their present ids
 * @returns `null` if the answer does not fit the present options
 */
export function answerNow(
  answer: Answer,
  kind: QuestionKind,
  then: readonly string[] | undefined,
  now: readonly string[] | undefined,
): Answer | null {
  if (typeof answer === 'string' || then === undefined || now === undefined) return answer;
  const placeNow = (place: number) => now.indexOf(then[place] ?? '');
  switch (kind) {
    case 'ordering': {
      const steps = answer.map(placeNow);
      return then.length === now.length && !steps.includes(-1) ? steps : null;
    }
    case 'matching': {
      const pairs = now.map((id) => {
        const chosen = answer[then.indexOf(id)];
        return chosen === undefined ? null : placeNow(chosen);
      });
      const isComplete = then.length === now.length && pairs.every((place) => place !== null && place >= 0);
      return isComplete ? pairs.map((place) => place ?? -1) : null;
    }
    default: {
      // Other options may have been added or removed; then the answer says less than it seems to.
      const isSame = then.length === now.length && then.every((id) => now.includes(id));
      return isSame ? answer.map(placeNow).sort((a, b) => a - b) : null;
    }
  }
}
