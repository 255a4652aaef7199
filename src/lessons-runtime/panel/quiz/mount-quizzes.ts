import { questionItem } from '../../quiz/questions-to-review.ts';
import type { Language } from '../../shared/language.ts';
import { type MountedQuestion, mountQuestion } from './mount-question.ts';
import { openItems } from './open-items.ts';
import { quizWords } from './quiz-words.ts';

/** Brings all quizzes of a lesson to life, with what was answered in earlier visits. */
export async function mountQuizzes(
  quizzes: readonly HTMLElement[],
  lesson: string,
  language: Language,
): Promise<readonly MountedQuestion[]> {
  const store = await openItems();
  const records = await store.load(lesson);
  const words = quizWords[language];
  return quizzes.flatMap((section) =>
    [...section.querySelectorAll<HTMLElement>('[data-question]')].map((question) => {
      const place = {
        lesson,
        quiz: section.dataset['quiz'] ?? '',
        question: question.dataset['question'] ?? '',
      };
      const record = records.find(({ item }) => item === questionItem(place));
      return mountQuestion(question, {
        place,
        store,
        words,
        attempts: record?.attempts ?? [],
        isRestored: true,
      });
    }),
  );
}
