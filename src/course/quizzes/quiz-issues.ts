import { isSameOutput, matchingOption, normaliseText } from '../../lessons-runtime/build.ts';
import type { SemanticIssue } from '../diagnostics/read-yaml.ts';
import type { Question, QuestionOf, Quiz } from './quiz-schema.ts';

/**
 * What no schema of single fields sees: two questions of one id, no right option, a drawing that its own words belie.
 * @param cells those of the quiz's lesson; `null` where they are not known
 */
export function findSemanticIssues(
  { questions }: Quiz,
  cells: readonly string[] | null,
): readonly SemanticIssue[] {
  return questions.flatMap((question, place) => {
    const at = ['questions', place];
    const isDuplicate = questions.findIndex(({ id }) => id === question.id) < place;
    const duplicate = isDuplicate
      ? [{ path: [...at, 'id'], expected: 'an id of its own', found: `${question.id} again` }]
      : [];
    return [
      ...duplicate,
      ...questionIssues(question, cells).map(({ path, ...rest }) => ({ path: [...at, ...path], ...rest })),
    ];
  });
}

function questionIssues(question: Question, cells: readonly string[] | null): readonly SemanticIssue[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return optionIssues(question);
    case 'numeric':
      return slipIssues(
        question,
        ({ answer, tolerance }) =>
          Math.abs(answer - question.answer) <= Math.max(tolerance, question.tolerance),
      );
    case 'text': {
      const accepted = wordsOf(question.accept);
      return slipIssues(question, ({ accept }) => wordsOf(accept).some((word) => accepted.includes(word)));
    }
    case 'output':
      return slipIssues(question, ({ shows }) => isSameOutput(shows, question.shows));
    case 'curve':
      return [...cellIssues(question, cells), ...drawingIssues(question)];
    case 'ordering':
      return duplicateIssues(question.steps.map(({ text }) => text.es));
    case 'matching':
      return duplicateIssues(question.pairs.map(({ right }) => right.es));
  }
}

function optionIssues({ kind, options }: QuestionOf<'single' | 'multiple'>): readonly SemanticIssue[] {
  const right = options.filter((option) => option.right).length;
  const path = ['options'];
  if (kind === 'single' && right !== 1) {
    return [{ path, expected: 'one option with right: true', found: String(right) }];
  }
  if (right === 0) return [{ path, expected: 'an option with right: true', found: 'none' }];
  return [];
}

function slipIssues<Slip>(
  { slips }: { readonly slips: readonly Slip[] },
  isRight: (slip: Slip) => boolean,
): readonly SemanticIssue[] {
  return slips.flatMap((slip, place) =>
    isRight(slip)
      ? [{ path: ['slips', place], expected: 'a wrong answer', found: 'one that counts as right' }]
      : [],
  );
}

function wordsOf(accept: QuestionOf<'text'>['accept']): readonly string[] {
  return Object.values(accept).flat().map(normaliseText);
}

/** Steps and right sides are told apart by their words. */
function duplicateIssues(texts: readonly string[]): readonly SemanticIssue[] {
  return texts.flatMap((text, place) =>
    texts.indexOf(text) < place
      ? [{ path: [], expected: 'words of its own for each', found: `“${text}” twice` }]
      : [],
  );
}

function cellIssues(
  { cell }: QuestionOf<'curve'>,
  cells: readonly string[] | null,
): readonly SemanticIssue[] {
  if (cells === null || cells.includes(cell)) return [];
  const fix = 'Correct its name, or write the cell.';
  return [{ path: ['cell'], expected: `a cell of this lesson: ${cells.join(', ')}`, found: cell, fix }];
}

/** Each drawing is what its own conditions say, and not what an earlier option's do. */
function drawingIssues({ options }: QuestionOf<'curve'>): readonly SemanticIssue[] {
  const conditions = options.map(({ when }) => when);
  return options.flatMap(({ draw }, place) => {
    const curves = Object.entries(draw).map(([name, values]) => ({ name, values }));
    const fitting = matchingOption(conditions, curves);
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
