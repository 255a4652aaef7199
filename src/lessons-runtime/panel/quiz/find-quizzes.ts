import type { Training } from '../../protocol/training.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import { whenNear } from '../near-sight.ts';
import type { MountedQuestion } from './mount-question.ts';

/**
 * The page's quizzes, brought to life as the first comes near, and its review of earlier lessons.
 * @returns tells them that a training is over
 */
export function findQuizzes(
  root: Document,
  lesson: string,
  language: Language,
): (cell: string, training: Training) => void {
  const quizzes = [...root.querySelectorAll<HTMLElement>('[data-quiz]')];
  const review = root.querySelector<HTMLElement>('[data-review]');
  let questions: readonly MountedQuestion[] = [];
  const mount = once(async () => {
    const { mountQuizzes } = await import('./mount-quizzes.ts');
    questions = await mountQuizzes(quizzes, lesson, language);
  });
  // Without a connection they stay as they are, and can be read.
  for (const quiz of quizzes) whenNear(quiz, () => void mount().catch(() => {}));
  if (review !== null) {
    void import('./show-review.ts').then(({ showReview }) => showReview(review, language)).catch(() => {});
  }
  return (cell, training) => {
    for (const question of questions) question.onTraining(cell, training);
  };
}
