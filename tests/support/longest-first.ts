import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes: begun last, they would keep one processor busy while the other has nothing left to do. */
const long: readonly string[] = ['every-lesson', 'every-page', 'exercises', 'quizzes'].map(
  (name) => `/tests/browser/${name}.test.ts`,
);

/** Begins with the files that take longest, also where no earlier run has told which they are. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
