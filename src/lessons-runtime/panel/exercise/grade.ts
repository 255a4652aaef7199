import script from 'virtual:grading-script';
import type { Grade } from '../../grading/grade.ts';
import { type GradingTask, gradeExercise } from '../../host/grade-exercise.ts';
import type { Photos } from '../../host/photos.ts';
import { crc32 } from '../../models/crc32.ts';
import type { DrawnClass } from '../../protocol/strokes.ts';
import type { Language } from '../../shared/language.ts';
import { openSession } from '../engine/start-engine.ts';

/**
 * The seed of a check is derived from this and from the code: within a visit, checking the same code again gives the same
 * verdict.
 */
const visitSeed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

interface CheckContext {
  readonly language: Language;
  readonly photos: Photos;
  /** Returns the learner's drawings of the classes of the page's draw pads. */
  readonly drawings: () => Promise<readonly DrawnClass[]>;
  /** The seed of the lesson, for the learner's code. The check itself uses another one. */
  readonly seed: () => number;
  /** Ends the check. */
  readonly signal: AbortSignal;
}

/** Grades the learner's code. This module, with the compiler and the grading script, is loaded at the first check. */
export function grade(
  task: GradingTask,
  { language, photos, drawings, seed, signal }: CheckContext,
): Promise<Grade> {
  return gradeExercise(task, {
    language,
    script,
    signal,
    seed: () => (visitSeed ^ crc32(new TextEncoder().encode(task.code))) >>> 0,
    open: (side) =>
      openSession({
        language,
        photos,
        events: side.events,
        blobCache: side.blobCache,
        seed: side.seed === null ? seed : () => side.seed ?? 0,
        chooseFiles: async () => null,
        photoClasses: async () => [],
        drawings,
      }),
  });
}
