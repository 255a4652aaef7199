import { hasRecord } from '../../shared/has-record.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { whenNear } from '../near-sight.ts';

/**
 * The page's quizzes, brought to life as the first comes near, and its review of earlier lessons.
 * @param keep brings up what tells of answers that cannot be kept
 * @returns tells them what the worker tells of a cell's trainings
 */
export function findQuizzes(
  root: Document,
  lesson: string,
  language: Language,
  keep: () => void,
): (cell: string, told: unknown) => void {
  const quizzes = [...root.querySelectorAll<HTMLElement>('[data-quiz]')];
  const review = root.querySelector<HTMLElement>('[data-review]');
  const mount = once(async () => {
    keep();
    const { mountQuizzes, trainingOver } = await import('./mount-quizzes.ts');
    const mounted = await mountQuizzes(quizzes, lesson, language);
    return (cell: string, told: unknown): void => {
      const training = trainingOver(told);
      if (training !== null) for (const question of mounted) question.onTraining(cell, training);
    };
  });
  // Without a connection they stay as they are, and can be read.
  for (const quiz of quizzes) whenNear(quiz, () => void mount().catch(() => {}));
  if (review !== null) void reviewEarlier(review, language).catch(() => {});
  const betCells = new Set(
    quizzes.flatMap((quiz) =>
      [...quiz.querySelectorAll<HTMLElement>('[data-key*=\'"kind":"curve"\']')].map(cellOfBet),
    ),
  );
  return (cell, told) => {
    // Also before the reader comes near: a bet of an earlier visit may stand.
    if (betCells.has(cell))
      mount()
        .then((tell) => tell(cell, told))
        .catch(() => {});
  };
}

function cellOfBet({ dataset }: HTMLElement): unknown {
  return JSON.parse(dataset['key'] ?? '{}').cell;
}

/** On a first visit there is nothing to look back at: a page to read loads none of what would. */
async function reviewEarlier(review: HTMLElement, language: Language): Promise<void> {
  if (!(await hasRecord())) return;
  const { showReview } = await import('./show-review.ts');
  await showReview(review, language);
}
