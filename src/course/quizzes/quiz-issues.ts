import { isSameOutput, matchingOption, normaliseText } from '../../lessons-runtime/build.ts';
import { languages } from '../../lessons-runtime/shared/language.ts';
import type { SemanticIssue } from '../diagnostics/read-yaml.ts';
import type { LocalizedText, Question, QuestionOf, Quiz } from './quiz-schema.ts';

/**
 * Finds mistakes that involve several fields: two questions with one id, no right option, a drawing that contradicts its
 * own conditions.
 * @param cells ids of the lesson's cells; `null` if unknown
 */
export function findSemanticIssues(
  { questions }: Quiz,
  cells: readonly string[] | null,
): readonly SemanticIssue[] {
  return questions.flatMap((question, place) => {
    const at = ['questions', place];
    const isDuplicate = questions.findIndex(({ id }) => id === question.id) < place;
    const duplicate = isDuplicate
      ? [{ path: [...at, 'id'], expected: 'an id that no other question has', found: `${question.id} again` }]
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
      return duplicateIssues(question.steps.map(({ text }) => text));
    case 'matching':
      return duplicateIssues(question.pairs.map(({ right }) => right));
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

/** Finds texts that are equal in a language: learners can distinguish steps and right sides only by their text. */
function duplicateIssues(texts: readonly LocalizedText[]): readonly SemanticIssue[] {
  return languages.flatMap((language) => {
    const inLanguage = texts.map((text) => text[language]);
    return inLanguage.flatMap((text, place) =>
      inLanguage.indexOf(text) < place
        ? [{ path: [], expected: 'a different text for each', found: `“${text}” twice` }]
        : [],
    );
  });
}

function cellIssues(
  { cell }: QuestionOf<'curve'>,
  cells: readonly string[] | null,
): readonly SemanticIssue[] {
  if (cells === null || cells.includes(cell)) return [];
  const fix = 'Correct its name, or write the cell.';
  return [{ path: ['cell'], expected: `a cell of this lesson: ${cells.join(', ')}`, found: cell, fix }];
}

/** Checks that each drawing meets its own conditions, and not all of those of an earlier option. */
function drawingIssues({ options }: QuestionOf<'curve'>): readonly SemanticIssue[] {
  const conditions = options.map(({ when }) => when);
  return options.flatMap(({ draw }, place) => {
    const curves = Object.entries(draw).map(([name, values]) => ({ name, values }));
    const fitting = matchingOption(conditions, curves);
    if (fitting === place) return [];
    const found =
      fitting === -1 ? 'one that meets no option’s when' : `one that meets the when of option ${fitting + 1}`;
    return [{ path: ['options', place, 'draw'], expected: 'a drawing that meets its own when', found }];
  });
}
