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
  let tell = (_cell: string, _told: unknown): void => {};
  const mount = once(async () => {
    keep();
    const { mountQuizzes, trainingOver } = await import('./mount-quizzes.ts');
    const mounted = await mountQuizzes(quizzes, lesson, language);
    tell = (cell, told) => {
      const training = trainingOver(told);
      if (training !== null) for (const question of mounted) question.onTraining(cell, training);
    };
  });
  // Without a connection they stay as they are, and can be read.
  for (const quiz of quizzes) whenNear(quiz, () => void mount().catch(() => {}));
  if (review !== null) void reviewEarlier(review, language).catch(() => {});
  return (cell, told) => tell(cell, told);
}

/** On a first visit there is nothing to look back at: a page to read loads none of what would. */
async function reviewEarlier(review: HTMLElement, language: Language): Promise<void> {
  if (!(await hasRecord())) return;
  const { showReview } = await import('./show-review.ts');
  await showReview(review, language);
}
