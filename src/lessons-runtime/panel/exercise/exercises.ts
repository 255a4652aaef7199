import { brokenGrade } from '../../grading/stage-text.ts';
import type { Photos } from '../../host/photos.ts';
import { exerciseCell } from '../../lesson/exercise-page.ts';
import type { LessonPage } from '../../lesson/lesson-page.ts';
import { type ItemRecord, openItemsStore } from '../../progress/record/items-store.ts';
import type { DrawnClass } from '../../protocol/strokes.ts';
import { loadPart } from '../../shared/load-part.ts';
import type { CodeView } from '../cell/code-view.ts';
import { mountExercise } from './exercise-view.ts';
import { exerciseWords } from './exercise-words.ts';

interface Exercises {
  /** Mounts an exercise and shows its stored state. */
  mount(section: HTMLElement): Promise<void>;
}

/** Creates what mounts the exercises of a lesson, and keeps them up to date with changes of other tabs. */
export async function createExercises(dependencies: {
  readonly page: LessonPage;
  readonly code: (cell: string) => CodeView | undefined;
  readonly photos: Photos;
  readonly drawings: () => Promise<readonly DrawnClass[]>;
  readonly seed: () => number;
}): Promise<Exercises> {
  const { page, code, photos, drawings, seed } = dependencies;
  const words = exerciseWords[page.language];
  const store = await openItemsStore();
  const shows: ((records: readonly ItemRecord[]) => void)[] = [];
  // The record reports a failed read.
  const load = () => store.load(page.lesson).catch(() => []);
  store.onChange((lesson) => {
    if (lesson === page.lesson)
      void load().then((records) => {
        for (const show of shows) show(records);
      });
  });

  return {
    async mount(section) {
      const cell = exerciseCell(section.dataset['exercise'] ?? '');
      const view = code(cell);
      if (view === undefined) return;
      const records = await load();
      const show = mountExercise(section, view, {
        lesson: page.lesson,
        words,
        store,
        async grade(exercise, source, signal) {
          const task = { cell, code: source, check: exercise.check, cells: page.cells };
          try {
            const { grade } = await loadPart(() => import('./grade.ts'));
            return await grade(task, { language: page.language, photos, drawings, seed, signal });
          } catch (error) {
            return brokenGrade(page.language, error);
          }
        },
      });
      show(records);
      shows.push(show);
    },
  };
}
