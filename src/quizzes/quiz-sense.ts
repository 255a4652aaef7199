import type { Nonsense } from '../faults/read-yaml.ts';
import { normaliseOutput, normaliseText } from '../lessons-runtime/quiz/normalise-text.ts';
import { fittingOption } from '../lessons-runtime/quiz/score-curve.ts';
import type { Question, QuestionOf, Quiz } from './quiz-schema.ts';

/**
 * What no schema of single fields sees: two questions of one id, no right option, a drawing that its own words belie.
 * @param cells those of the quiz's lesson; `null` where they are not known
 */
export function nonsenseOf({ questions }: Quiz, cells: readonly string[] | null): readonly Nonsense[] {
  return questions.flatMap((question, place) => {
    const at = ['questions', place];
    const isTwin = questions.findIndex(({ id }) => id === question.id) < place;
    const twin = isTwin
      ? [{ path: [...at, 'id'], expected: 'an id of its own', found: `${question.id} again` }]
      : [];
    return [
      ...twin,
      ...within(question, cells).map(({ path, ...rest }) => ({ path: [...at, ...path], ...rest })),
    ];
  });
}

function within(question: Question, cells: readonly string[] | null): readonly Nonsense[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return ofOptions(question);
    case 'numeric':
      return ofSlips(
        question,
        ({ answer, tolerance }) =>
          Math.abs(answer - question.answer) <= Math.max(tolerance, question.tolerance),
      );
    case 'text': {
      const accepted = wordsOf(question.accept);
      return ofSlips(question, ({ accept }) => wordsOf(accept).some((word) => accepted.includes(word)));
    }
    case 'output':
      return ofSlips(question, ({ shows }) => normaliseOutput(shows) === normaliseOutput(question.shows));
    case 'curve':
      return [...ofCell(question, cells), ...ofDrawings(question)];
    case 'ordering':
      return ofTwins(question.steps.map(({ text }) => text.es));
    case 'matching':
      return ofTwins(question.pairs.map(({ right }) => right.es));
  }
}

function ofOptions({ kind, options }: QuestionOf<'single' | 'multiple'>): readonly Nonsense[] {
  const right = options.filter((option) => option.right).length;
  const path = ['options'];
  if (kind === 'single' && right !== 1) {
    return [{ path, expected: 'one option with right: true', found: String(right) }];
  }
  if (right === 0) return [{ path, expected: 'an option with right: true', found: 'none' }];
  return [];
}

function ofSlips<Slip>(
  { slips }: { readonly slips: readonly Slip[] },
  isRight: (slip: Slip) => boolean,
): readonly Nonsense[] {
  return slips.flatMap((slip, place) =>
    isRight(slip)
      ? [{ path: ['slips', place], expected: 'a wrong answer', found: 'one that counts as right' }]
      : [],
  );
}

function wordsOf({ es, en }: QuestionOf<'text'>['accept']): readonly string[] {
  return [...es, ...en].map(normaliseText);
}

/** Steps and right sides are told apart by their words. */
function ofTwins(texts: readonly string[]): readonly Nonsense[] {
  return texts.flatMap((text, place) =>
    texts.indexOf(text) < place
      ? [{ path: [], expected: 'words of its own for each', found: `“${text}” twice` }]
      : [],
  );
}

function ofCell({ cell }: QuestionOf<'curve'>, cells: readonly string[] | null): readonly Nonsense[] {
  if (cells === null || cells.includes(cell)) return [];
  const fix = 'Correct its name, or write the cell.';
  return [{ path: ['cell'], expected: `a cell of this lesson: ${cells.join(', ')}`, found: cell, fix }];
}

/** Each drawing is what its own conditions say, and not what an earlier option's do. */
function ofDrawings({ options }: QuestionOf<'curve'>): readonly Nonsense[] {
  const conditions = options.map(({ when }) => when);
  return options.flatMap(({ draw }, place) => {
    const curves = Object.entries(draw).map(([name, values]) => ({ name, values }));
    const fitting = fittingOption(conditions, curves);
    if (fitting === place) return [];
    const found =
      fitting === -1 ? 'of which no option’s when holds' : `of which that of option ${fitting + 1} holds`;
    return [
      {
        path: ['options', place, 'draw'],
        expected: 'a drawing of which its own when holds',
        found: `one ${found}`,
      },
    ];
  });
}
