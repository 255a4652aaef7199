import * as v from 'valibot';
import { openItemsStore } from '../../progress/record/items-store.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import { type Training, trainingEventSchema } from '../../protocol/training.ts';
import type { Language } from '../../shared/language.ts';
import { findStoredAnswers, type MountedQuestion, mountQuestion } from './mount-question.ts';
import { quizWords } from './quiz-words.ts';

/** Mounts the quizzes of a lesson and shows the answers of earlier visits. */
export async function mountQuizzes(
  quizzes: readonly HTMLElement[],
  lesson: string,
  language: Language,
): Promise<readonly MountedQuestion[]> {
  const store = await openItemsStore();
  const records = await store.load(lesson);
  const cells = await (await openRecord()).store.load('cells', lesson);
  const wereRun = new Set(cells.flatMap(({ cell, wasDone }) => (wasDone ? [cell] : [])));
  const words = quizWords[language];
  const mounted = quizzes.flatMap((section) =>
    [...section.querySelectorAll<HTMLElement>('[data-question]')].flatMap((question) => {
      const place = {
        lesson,
        quiz: section.dataset['quiz'] ?? '',
        question: question.dataset['question'] ?? '',
      };
      const mountedQuestion = mountQuestion(question, {
        place,
        store,
        words,
        stored: findStoredAnswers(records, place),
        wasRun: (cell) => wereRun.has(cell),
        isRestored: true,
      });
      return mountedQuestion === null ? [] : [{ place, question: mountedQuestion }];
    }),
  );
  store.onChange((changed) => {
    if (changed !== lesson) return;
    store.load(lesson).then(
      (all) => {
        for (const { place, question } of mounted) question.refresh(findStoredAnswers(all, place));
      },
      // The record reports a failed read.
      () => {},
    );
  });
  return mounted.map(({ question }) => question);
}

/** Parses an event about a training. @returns the training if it is finished, otherwise `null` */
export function finishedTraining(event: unknown): Training | null {
  const { success, output } = v.safeParse(trainingEventSchema, event);
  if (!success || output.type !== 'training') return null;
  // A training in progress is sent with the outcome that it would have if its worker were ended now.
  return output.training.outcome === 'ended' ? null : output.training;
}
