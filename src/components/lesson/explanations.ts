import type { Question } from '../../course/quizzes/quiz-schema.ts';
import type { Reason } from '../../lessons-runtime/build.ts';
import { formatFor } from '../../lessons-runtime/shared/format.ts';
import type { Language } from '../../lessons-runtime/shared/language.ts';
import { shuffled } from './shuffled.ts';

/** An answer that a question may get, and what there is to say to it. */
export interface Explanation {
  /** Which typed answer it belongs to. */
  readonly reason: Reason | null;
  /** `null` where it is neither: a step or a pair of the solution, a curve before its training. */
  readonly isRight: boolean | null;
  /** In Markdown; `null` stands for any other answer. */
  readonly answer: string | null;
  /** In Markdown. */
  readonly why: string;
}

/** All of a question, in the order that its options are shown in; for what is typed, the right answer first. */
export function explanationsOf(question: Question, language: Language): readonly Explanation[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return asShown(question.options, question.id).map(({ text, right, why }) =>
        told(text[language], right, why[language]),
      );
    case 'curve':
      return asShown(question.options, question.id).map(({ text, why }) =>
        told(text[language], null, why[language]),
      );
    case 'ordering':
      return question.steps.map(({ text, why }, place) =>
        told(`${place + 1}\\. ${text[language]}`, null, why[language]),
      );
    case 'matching':
      return question.pairs.map(({ left, right, why }) =>
        told(`${left[language]} → ${right[language]}`, null, why[language]),
      );
    case 'numeric': {
      const format = formatFor(language);
      const unit = question.unit === undefined ? '' : ` ${question.unit[language]}`;
      return typed(question, language, ({ answer }) => format.exact(answer) + unit);
    }
    case 'text':
      return typed(question, language, ({ accept }) => accept[language][0] ?? '');
    case 'output':
      return typed(question, language, ({ shows }) => `\`${shows.trim().replaceAll('\n', ' ')}\``);
  }
}

function asShown<Option>(options: readonly Option[], id: string): readonly Option[] {
  return shuffled(options.length, id).flatMap((place) => options[place] ?? []);
}

interface Typed<Slip> {
  readonly why: Readonly<Record<Language, string>>;
  readonly slips: readonly (Slip & { readonly why: Readonly<Record<Language, string>> })[];
  readonly otherwise: Readonly<Record<Language, string>>;
}

function typed<Slip>(
  question: Slip & Typed<Slip>,
  language: Language,
  written: (slip: Slip) => string,
): readonly Explanation[] {
  return [
    { reason: 'right', isRight: true, answer: written(question), why: question.why[language] },
    ...question.slips.map(
      (slip, place): Explanation => ({
        reason: `slip-${place}`,
        isRight: false,
        answer: written(slip),
        why: slip.why[language],
      }),
    ),
    { reason: 'otherwise', isRight: false, answer: null, why: question.otherwise[language] },
  ];
}

function told(answer: string, isRight: boolean | null, why: string): Explanation {
  return { reason: null, isRight, answer, why };
}
