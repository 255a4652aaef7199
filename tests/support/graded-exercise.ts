import { readFile } from 'node:fs/promises';
import script from 'virtual:grading-script';
import type { Grade } from '../../src/lessons-runtime/grading/grade.ts';
import type { FetchBytes } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import { gradeExercise } from '../../src/lessons-runtime/host/grade-exercise.ts';
import type { AuthoredCell } from '../../src/lessons-runtime/lesson/lesson-page.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { createTestLesson, testUrls } from './kernel-over-channel.ts';

/** Serves files of the site from `public/`. */
const publicFiles: FetchBytes = async (url) =>
  new Uint8Array(await readFile(`public/${url.slice(testUrls.base.length)}`)).buffer;

interface GradingUnderTest {
  readonly code: string;
  readonly check: string;
  readonly cells?: readonly AuthoredCell[];
  readonly language?: Language;
  readonly seed?: number;
}

/** Grades an exercise like the page, with both workers in this process; the grader's worker exists during the learner's. */
export function gradeHere({
  code,
  check,
  cells = [],
  language = 'en',
  seed = 1,
}: GradingUnderTest): Promise<Grade> {
  return gradeExercise(
    { cell: 'exercise-a', code, check, cells },
    {
      language,
      script,
      seed: () => seed,
      open: ({ blobCache, events, seed: workerSeed }) =>
        createTestLesson({
          language,
          blobCache,
          fetchBytes: publicFiles,
          onData: (cell, json) => events.onData?.(cell, json),
          ...(workerSeed === null ? {} : { seed: workerSeed }),
        }).session,
    },
  );
}
