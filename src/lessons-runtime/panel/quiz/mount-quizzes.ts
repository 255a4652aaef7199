import * as v from 'valibot';
import { type ItemRecord, openItemsStore } from '../../progress/record/items-store.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import { type Training, trainingEventSchema } from '../../protocol/training.ts';
import type { Language } from '../../shared/language.ts';
import { keptIn, type MountedQuestion, mountQuestion } from './mount-question.ts';
import { quizWords } from './quiz-words.ts';

/** Brings all quizzes of a lesson to life, with what was answered in earlier visits. */
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
      const alive = mountQuestion(question, {
        place,
        store,
        words,
        kept: keptIn(records, place),
        wasRun: (cell) => wereRun.has(cell),
        isRestored: true,
      });
      if (alive === null) return [];
      return [{ ...alive, recall: (all: readonly ItemRecord[]) => alive.refresh(keptIn(all, place)) }];
    }),
  );
  store.onChange((changed) => {
    if (changed !== lesson) return;
    store.load(lesson).then(
      (all) => {
        for (const { recall } of mounted) recall(all);
      },
      // Told by the record.
      () => {},
    );
  });
  return mounted;
}

/** The training that the worker tells of, once it is over; `null` for all else that it may tell. */
export function finishedTraining(event: unknown): Training | null {
  const { success, output } = v.safeParse(trainingEventSchema, event);
  if (!success || output.type !== 'training') return null;
  // While it goes on it is what it would be if nothing more were heard.
  return output.training.outcome === 'ended' ? null : output.training;
}
