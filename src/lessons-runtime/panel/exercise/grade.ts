import script from 'virtual:grading-script';
import type { Grade } from '../../grading/grade.ts';
import { type GradingTask, gradeExercise } from '../../host/grade-exercise.ts';
import type { Photos } from '../../host/photos.ts';
import { crc32 } from '../../models/crc32.ts';
import type { Language } from '../../shared/language.ts';
import { openSession } from '../engine/start-engine.ts';

/** What the checks of this visit draw follows from it and from the code: the same code is not right by trying it again. */
const visit = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** What a check's workers have of the lesson. */
interface CheckContext {
  readonly language: Language;
  readonly photos: Photos;
  /** The lesson's own; what a check draws follows from another. */
  readonly seed: () => number;
  /** Ends the check. */
  readonly signal: AbortSignal;
}

/** Grades a try: with the compiler and the script of the checks, loaded when the first *Check* is pressed. */
export function grade(task: GradingTask, { language, photos, seed, signal }: CheckContext): Promise<Grade> {
  return gradeExercise(task, {
    language,
    script,
    signal,
    seed: () => (visit ^ crc32(new TextEncoder().encode(task.code))) >>> 0,
    open: (side) =>
      openSession({
        language,
        photos,
        events: side.events,
        blobCache: side.blobCache,
        seed: side.seed === null ? seed : () => side.seed ?? 0,
        chooseFiles: async () => null,
        photoClasses: async () => [],
      }),
  });
}
