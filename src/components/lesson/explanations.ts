import type { Question } from '../../course/quizzes/quiz-schema.ts';
import type { Reason } from '../../lessons-runtime/build.ts';
import { formatFor } from '../../lessons-runtime/shared/format.ts';
import type { Language } from '../../lessons-runtime/shared/language.ts';
import { shuffled } from './shuffled.ts';

/** A possible answer to a question, with its explanation. */
interface Explanation {
  /** The reason that scoring a typed answer returns; `null` for other kinds of question. */
  readonly reason: Reason | null;
  /** `null` for a step or pair of the solution, and for a curve, which a training decides. */
  readonly isRight: boolean | null;
  /** In Markdown; `null` means any other answer. */
  readonly answer: string | null;
  /** In Markdown. */
  readonly why: string;
}

/**
 * Returns the explanations of a question, in the order in which its options are shown. For a typed answer the right one
 * comes first.
 */
export function explanationsOf(question: Question, language: Language): readonly Explanation[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return inShownOrder(question.options, question.id).map(({ text, right, why }) =>
        explain(text[language], right, why[language]),
      );
    case 'curve':
      return inShownOrder(question.options, question.id).map(({ text, why }) =>
        explain(text[language], null, why[language]),
      );
    case 'ordering':
      return question.steps.map(({ text, why }, place) =>
        explain(`${place + 1}\\. ${text[language]}`, null, why[language]),
      );
    case 'matching':
      return question.pairs.map(({ left, right, why }) =>
        explain(`${left[language]} → ${right[language]}`, null, why[language]),
      );
    case 'numeric': {
      const format = formatFor(language);
      const unit = question.unit === undefined ? '' : ` ${question.unit[language]}`;
      return explainTyped(question, language, ({ answer }) => format.exact(answer) + unit);
    }
    case 'text':
      return explainTyped(question, language, ({ accept }) => accept[language][0] ?? '');
    case 'output':
      return explainTyped(question, language, ({ shows }) => `\`${shows.trim().replaceAll('\n', ' ')}\``);
  }
}

function inShownOrder<Option>(options: readonly Option[], id: string): readonly Option[] {
  return shuffled(options.length, id).flatMap((place) => options[place] ?? []);
}

/** The fields that all questions with a typed answer have. */
interface TypedQuestion<Slip> {
  readonly why: Readonly<Record<Language, string>>;
  readonly slips: readonly (Slip & { readonly why: Readonly<Record<Language, string>> })[];
  readonly otherwise: Readonly<Record<Language, string>>;
}

function explainTyped<Slip>(
  question: Slip & TypedQuestion<Slip>,
  language: Language,
  answerOf: (slip: Slip) => string,
): readonly Explanation[] {
  return [
    { reason: 'right', isRight: true, answer: answerOf(question), why: question.why[language] },
    ...question.slips.map(
      (slip, place): Explanation => ({
        reason: `slip-${place}`,
        isRight: false,
        answer: answerOf(slip),
        why: slip.why[language],
      }),
    ),
    { reason: 'otherwise', isRight: false, answer: null, why: question.otherwise[language] },
  ];
}

function explain(answer: string, isRight: boolean | null, why: string): Explanation {
  return { reason: null, isRight, answer, why };
}
