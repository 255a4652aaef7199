import { hasRecord } from '../../shared/has-record.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountWhenVisible } from '../dom/mount-when-visible.ts';

/**
 * Mounts the page's quizzes when the first becomes visible, and shows its review of earlier lessons.
 * @param openProgress opens the progress recorder, which reports answers that cannot be stored
 * @param authoredSource returns a cell's code as its author wrote it, because only that code decides a bet
 * @returns passes an event about a cell's training, as the worker sent it, to the quizzes
 */
export function mountLazyQuizzes(
  root: Document,
  lesson: string,
  language: Language,
  openProgress: () => void,
  authoredSource: (cell: string) => string | undefined,
): (by: { readonly cell: string; readonly source: string }, event: unknown) => void {
  const quizzes = [...root.querySelectorAll<HTMLElement>('[data-quiz]')];
  const review = root.querySelector<HTMLElement>('[data-review]');
  const mount = once(async () => {
    openProgress();
    const { mountQuizzes, finishedTraining } = await loadPart(() => import('./mount-quizzes.ts'));
    const mounted = await mountQuizzes(quizzes, lesson, language);
    return (cell: string, event: unknown, isAuthored: boolean): void => {
      const training = finishedTraining(event);
      if (training !== null) for (const question of mounted) question.onTraining(cell, training, isAuthored);
    };
  });
  mountWhenVisible(quizzes, mount);
  // The review is optional and hidden until it is loaded, so a failure is not shown.
  if (review !== null) void loadReview(review, language).catch(() => {});
  /** The cells that decide bets, with their authored code. */
  const betCells = new Map(
    quizzes.flatMap((quiz) =>
      [...quiz.querySelectorAll<HTMLElement>('[data-key*=\'"kind":"curve"\']')].map((bet) => {
        const cell = cellOfBet(bet);
        return [cell, authoredSource(cell)] as const;
      }),
    ),
  );
  return ({ cell, source }, event) => {
    // Also before a quiz is visible, because a bet of an earlier visit may be open.
    if (betCells.has(cell))
      mount()
        .then((notify) => notify(cell, event, source === betCells.get(cell)))
        .catch(() => {});
  };
}

function cellOfBet({ dataset }: HTMLElement): string {
  return JSON.parse(dataset['key'] ?? '{}').cell;
}

/** Shows the review if there is a record. On a first visit nothing is loaded for it. */
async function loadReview(review: HTMLElement, language: Language): Promise<void> {
  if (!(await hasRecord())) return;
  const { showReview } = await loadPart(() => import('./show-review.ts'));
  await showReview(review, language);
}
