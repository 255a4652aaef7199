import { hasRecord } from '../../shared/has-record.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { onVisible } from '../dom/on-visible.ts';
import { mountPart } from '../mount-part.ts';

/**
 * The page's quizzes, brought to life as the first comes near, and its review of earlier lessons.
 * @param keep brings up what tells of answers that cannot be kept
 * @param authored a cell's code as its author wrote it: only that decides a bet
 * @returns tells them what the worker tells of a cell's trainings
 */
export function findQuizzes(
  root: Document,
  lesson: string,
  language: Language,
  keep: () => void,
  authored: (cell: string) => string | undefined,
): (by: { readonly cell: string; readonly source: string }, event: unknown) => void {
  const quizzes = [...root.querySelectorAll<HTMLElement>('[data-quiz]')];
  const review = root.querySelector<HTMLElement>('[data-review]');
  const mount = once(async () => {
    keep();
    const { mountQuizzes, finishedTraining } = await loadPart(() => import('./mount-quizzes.ts'));
    const mounted = await mountQuizzes(quizzes, lesson, language);
    return (cell: string, event: unknown, isAuthored: boolean): void => {
      const training = finishedTraining(event);
      if (training !== null) for (const question of mounted) question.onTraining(cell, training, isAuthored);
    };
  });
  for (const quiz of quizzes) onVisible(quiz, () => mountPart(quiz, mount));
  // It is an offer, hidden until it comes: nothing is missed where it does not.
  if (review !== null) void reviewEarlier(review, language).catch(() => {});
  /** The cells of bets, with their code as it was authored. */
  const betCells = new Map(
    quizzes.flatMap((quiz) =>
      [...quiz.querySelectorAll<HTMLElement>('[data-key*=\'"kind":"curve"\']')].map((bet) => {
        const cell = cellOfBet(bet);
        return [cell, authored(cell)] as const;
      }),
    ),
  );
  return ({ cell, source }, event) => {
    // Also before the reader comes near: a bet of an earlier visit may stand.
    if (betCells.has(cell))
      mount()
        .then((tell) => tell(cell, event, source === betCells.get(cell)))
        .catch(() => {});
  };
}

function cellOfBet({ dataset }: HTMLElement): string {
  return JSON.parse(dataset['key'] ?? '{}').cell;
}

/** On a first visit there is nothing to look back at: a page to read loads none of what would. */
async function reviewEarlier(review: HTMLElement, language: Language): Promise<void> {
  if (!(await hasRecord())) return;
  const { showReview } = await loadPart(() => import('./show-review.ts'));
  await showReview(review, language);
}
