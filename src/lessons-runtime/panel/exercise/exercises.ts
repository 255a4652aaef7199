import { brokenGrade } from '../../grading/stage-text.ts';
import type { Photos } from '../../host/photos.ts';
import { exerciseCell } from '../../lesson/exercise-page.ts';
import type { LessonPage } from '../../lesson/lesson-page.ts';
import { openItemsStore } from '../../progress/items-store.ts';
import { openRecord } from '../../progress/open-record.ts';
import type { CodeView } from '../code-view.ts';
import { mountExercise } from './exercise-view.ts';
import { exerciseWords } from './exercise-words.ts';

/** The exercises of a lesson: loaded when the first of them comes near. */
export interface Exercises {
  mount(section: HTMLElement): Promise<void>;
}

export async function createExercises(deps: {
  readonly page: LessonPage;
  readonly code: (cell: string) => CodeView | undefined;
  readonly photos: Photos;
  readonly seed: () => number;
  readonly onNotice: (text: string) => void;
}): Promise<Exercises> {
  const { page, code, photos, seed, onNotice } = deps;
  const words = exerciseWords[page.language];
  const [store, { keeping }] = await Promise.all([openItemsStore(), openRecord()]);
  const isKept = keeping === 'kept';
  if (!isKept) onNotice(words.notKept);

  return {
    async mount(section) {
      const cell = exerciseCell(section.dataset['exercise'] ?? '');
      const view = code(cell);
      if (view === undefined) return;
      await mountExercise(section, view, {
        lesson: page.lesson,
        words,
        store,
        onCannotSave: () => onNotice(words.notKept),
        async grade(exercise, source) {
          const task = { cell, code: source, check: exercise.check, cells: page.cells };
          try {
            const { grade } = await import('./grade.ts');
            return await grade(task, { language: page.language, photos, seed });
          } catch (error) {
            return brokenGrade(page.language, error);
          }
        },
      });
    },
  };
}
