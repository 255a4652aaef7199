import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than a minute: at the end of a run, they would leave the other processors idle. */
const longFiles: readonly string[] = ['every-lesson', 'every-page', 'every-quiz'].map(
  (name) => `/tests/browser/${name}.test.ts`,
);

/** Puts the files that take longest first, also on a machine without times from an earlier run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longFiles.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
