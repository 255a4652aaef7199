import { describe, expect, it } from 'vitest';
import type { LessonParts } from '../../../src/lessons-runtime/lesson/lesson-parts.ts';
import { type ClassEntry, readClass } from '../../../src/lessons-runtime/progress/class-list.ts';
import { writeHandIn } from '../../../src/lessons-runtime/progress/hand-in-file.ts';
import { scoreLesson } from '../../../src/lessons-runtime/progress/lesson-score.ts';
import { emptyWholeRecord } from '../../../src/lessons-runtime/progress/record-tables.ts';
import type { Attempt, ItemRecord } from '../../../src/lessons-runtime/progress/record-types.ts';
import { seeSolution } from '../../../src/lessons-runtime/progress/solution-seen.ts';

const lesson = '03-transfer';
const parts: LessonParts = {
  lesson,
  steps: [],
  cells: [],
  exercises: ['exercise/thaw', 'exercise/freeze', 'exercise/other'],
  questions: ['quiz/freezing/why'],
};
const lessons = [parts];

const attempt = (at: number, answer: string, verdict: Attempt['verdict'] = 'correct'): Attempt => ({
  at,
  answer,
  verdict,
  message: '',
});
const item = (name: string, attempts: readonly Attempt[], hints = 0): ItemRecord => ({
  lesson,
  item: name,
  attempts,
  hints,
  isSolutionSeen: false,
});

async function handIn(name: string, ...items: readonly ItemRecord[]) {
  const record = { ...emptyWholeRecord, items };
  const text = await writeHandIn({
    name,
    at: 1_800_000_000_000,
    record,
    scores: [scoreLesson(parts, record)],
  });
  return { name: `${name}.json`, text: async () => text };
}
const solved = (from: number, ...code: readonly string[]) =>
  code.map((answer, place) =>
    item(['exercise/thaw', 'exercise/freeze'][place] ?? '', [attempt(from + place, answer)]),
  );
const entryOf = (entries: readonly ClassEntry[], name: string) =>
  entries.find((each) => each.handIn.name === name);

describe('a class', () => {
  it('is scored from the records themselves, whatever a file says of its score', async () => {
    const own = await handIn(
      'Ana',
      item('exercise/thaw', [attempt(1, 'a', 'incorrect'), attempt(2, 'b')], 2),
      seeSolution(item('exercise/freeze', [attempt(9, 'c')]), 5),
      item('quiz/freezing/why', [attempt(3, '0')]),
      item('exercise/other', [attempt(4, 'd', 'broken')]),
      item('exercise/of-no-lesson', [attempt(4, 'd')]),
    );
    const text = (await own.text()).replace('"done": 2', '"done": 3');
    const { entries } = await readClass([{ name: 'x.json', text: async () => text }], lessons);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.handIn.isUntouched).toBe(false);
    expect(entries[0]?.summary).toEqual({
      exercises: { done: 2, of: 3 },
      questions: { done: 1, of: 1 },
      firstTry: 1,
      hints: 2,
      solutions: 1,
      imported: 0,
    });
  });

  it('stands by name, and has what could not be read apart', async () => {
    const files = [await handIn('Eva'), { name: 'cat.json', text: async () => '{' }, await handIn('Ana')];
    const { entries, refused } = await readClass(files, lessons);
    expect(entries.map(({ file, handIn }) => [file, handIn.name])).toEqual([
      ['Ana.json', 'Ana'],
      ['Eva.json', 'Eva'],
    ]);
    expect(refused).toEqual([{ file: 'cat.json', fault: { kind: 'notJson', line: 1 } }]);
  });
});

describe('what is too much alike', () => {
  it('is the same file twice, and tries made at the same millisecond', async () => {
    const ana = await handIn('Ana', ...solved(10, 'x'));
    const copy = await handIn('Eva', ...solved(10, 'x'));
    const { entries } = await readClass([ana, copy, ana], lessons);
    expect(entryOf(entries, 'Ana')?.likenesses).toEqual([
      { kind: 'tries', name: 'Eva', count: 1 },
      { kind: 'file', name: 'Ana', count: 1 },
    ]);
    expect(entryOf(entries, 'Eva')?.likenesses).toEqual([{ kind: 'tries', name: 'Ana', count: 1 }]);
  });

  it('is the same code, however spaced, in all of two exercises or more that both solved', async () => {
    const { entries } = await readClass(
      [
        await handIn('Ana', ...solved(10, 'x = 1;', 'y')),
        await handIn('Eva', ...solved(20, 'x  =\n1; ', 'y')),
        await handIn('Leo', ...solved(30, 'x = 1;', 'z')),
        await handIn('Mar', ...solved(40, 'x = 1;')),
      ],
      lessons,
    );
    expect(entryOf(entries, 'Ana')?.likenesses).toEqual([{ kind: 'code', name: 'Eva', count: 2 }]);
    expect(entryOf(entries, 'Leo')?.likenesses).toEqual([]);
    expect(entryOf(entries, 'Mar')?.likenesses).toEqual([]);
  });

  it('is not what one student hands in twice', async () => {
    const { entries } = await readClass(
      [
        await handIn('Ana Núñez', ...solved(10, 'x', 'y')),
        await handIn(' ana núñez', ...solved(10, 'x', 'y')),
      ],
      lessons,
    );
    expect(entries.flatMap(({ likenesses }) => likenesses)).toEqual([]);
  });
});
