import { describe, expect, it, vi } from 'vitest';
import type { LessonParts } from '../../../../src/lessons-runtime/lesson/lesson-parts.ts';
import { fileProblemReason } from '../../../../src/lessons-runtime/panel/progress-page/file-problem-text.ts';
import { type ClassEntry, readClass } from '../../../../src/lessons-runtime/progress/files/class-list.ts';
import { writeHandIn } from '../../../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { scoreLesson } from '../../../../src/lessons-runtime/progress/record/lesson-score.ts';
import { emptyRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import type { Attempt, ItemRecord } from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import { markSolutionSeen } from '../../../../src/lessons-runtime/progress/record/solution-seen.ts';
import { languages } from '../../../../src/lessons-runtime/shared/language.ts';

const lesson = '03-transfer';
const parts: LessonParts = {
  lesson,
  steps: [],
  cells: [],
  exercises: ['exercise/thaw', 'exercise/freeze', 'exercise/other'],
  questions: ['quiz/freezing/why'],
};
const lessons = [parts];
/** No exercise has a known solution. */
const unknown = new Map<string, ReadonlySet<string>>();

const attempt = (at: number, answer: string, verdict: Attempt['verdict'] = 'correct'): Attempt => ({
  at,
  answer,
  verdict,
  stage: 'checked',
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
  const record = { ...emptyRecord, items };
  const text = await writeHandIn({
    name,
    at: 1_800_000_000_000,
    record,
    scores: [scoreLesson(parts, record)],
  });
  return { name: `${name}.json`, text: async () => text };
}
const solved = (from: number, ...code: readonly string[]) =>
  code.map((answer, index) =>
    item(['exercise/thaw', 'exercise/freeze'][index] ?? '', [attempt(from + index, answer)]),
  );
const entryOf = (entries: readonly ClassEntry[], name: string) =>
  entries.find((each) => each.handIn.name === name);

describe('readClass', () => {
  it('computes scores from the records, not from the scores in the files', async () => {
    const own = await handIn(
      'Ana',
      item('exercise/thaw', [attempt(1, 'a', 'incorrect'), attempt(2, 'b')], 2),
      markSolutionSeen(item('exercise/freeze', [attempt(9, 'c')]), 5),
      item('quiz/freezing/why', [attempt(3, '0')]),
      item('exercise/other', [attempt(4, 'd', 'broken')]),
      item('exercise/of-no-lesson', [attempt(4, 'd')]),
    );
    const text = (await own.text()).replace('"done": 2', '"done": 3');
    const { entries } = await readClass([{ name: 'x.json', text: async () => text }], lessons, unknown);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.handIn.seal).toBe('broken');
    expect(entries[0]?.summary).toEqual({
      exercises: { done: 2, of: 3 },
      questions: { done: 1, of: 1 },
      firstTry: 1,
      hints: 2,
      solutions: 1,
      imported: 0,
    });
  });

  it('sorts hand-ins by student and lists unreadable files separately', async () => {
    const files = [await handIn('Eva'), { name: 'cat.json', text: async () => '{' }, await handIn('Ana')];
    const { entries, refused } = await readClass(files, lessons, unknown);
    expect(entries.map(({ file, handIn }) => [file, handIn.name])).toEqual([
      ['Ana.json', 'Ana'],
      ['Eva.json', 'Eva'],
    ]);
    expect(refused).toEqual([{ file: 'cat.json', problem: { kind: 'notJson', line: 1 } }]);
  });
});

describe('readClass with damaged files', () => {
  const read = (name: string, text: string) => ({ name, text: async () => text });

  async function damaged() {
    const valid = await (await handIn('Leo', ...solved(50, 'x'))).text();
    const changed = (part: string, replacement: string) => {
      expect(valid).toContain(part);
      return valid.replace(part, replacement);
    };
    const atDate = /"at": "[^"]+"/.exec(valid)?.[0] ?? '';
    const tryDate = /"at": "1970[^"]+"/.exec(valid)?.[0] ?? '';
    const nested = `${'['.repeat(8000)}${']'.repeat(8000)}`;
    return [
      [
        { name: 'stick', text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) },
        { kind: 'unreadable' },
      ],
      [{ name: 'huge', size: 3e9, text: () => Promise.reject(new Error('asked')) }, { kind: 'tooBig' }],
      [read('cut', valid.slice(0, 200)), { kind: 'notJson' }],
      [read('list', '[]'), { kind: 'foreign', format: '' }],
      [read('other', `{"format": "${'x'.repeat(1e6)}"}`), { kind: 'foreign', format: `${'x'.repeat(60)}…` }],
      [
        read('date of 1e300', changed(atDate, '"at": 1e300')),
        { kind: 'damaged', where: 'at', expected: 'date' },
      ],
      [
        read('date out of range', changed(atDate, '"at": 8640000000000001')),
        { kind: 'damaged', where: 'at', expected: 'date' },
      ],
      [
        read('try of 1e300', changed(tryDate, '"at": 1e300')),
        { kind: 'damaged', where: 'record.items.0.attempts.0.at', expected: 'date' },
      ],
      [
        read(
          'import of 1e300',
          changed(tryDate, `${tryDate}, "imported": {"at": 1e300, "file": "a", "seal": "fits"}`),
        ),
        { kind: 'damaged', where: 'record.items.0.attempts.0.imported.at', expected: 'date' },
      ],
      [read('deep', changed('"hints"', `"more": ${nested}, "hints"`)), { kind: 'tooDeep', most: 32 }],
      [read('unfinished and deep', '['.repeat(1e6)), { kind: 'tooDeep', most: 32 }],
      [
        read('long name', changed('"Leo"', `"${'n'.repeat(3e6)}"`)),
        { kind: 'tooLong', where: 'name', most: 200, found: 3e6 },
      ],
      [
        read(
          'long file name',
          changed(
            tryDate,
            `${tryDate}, "imported": {"at": 0, "file": "${'a'.repeat(2000)}", "seal": "fits"}`,
          ),
        ),
        { kind: 'tooLong', where: 'record.items.0.attempts.0.imported.file', most: 1000, found: 2000 },
      ],
      [
        read('wrong types', changed('"verdict": "correct"', '"verdict": 7')),
        { kind: 'damaged', where: 'record.items.0.attempts.0.verdict' },
      ],
      [
        read('counter at its end', changed('"hints": 0', `"hints": ${Number.MAX_SAFE_INTEGER}`)),
        { kind: 'damaged', where: 'record.items.0.hints' },
      ],
    ] as const;
  }

  it('reads the valid files and says why each of the others is refused', async () => {
    const damagedFiles = await damaged();
    const [first, ...rest] = damagedFiles.map(([file]) => file);
    const files = [
      ...(first === undefined ? [] : [first]),
      await handIn('Ana'),
      ...rest,
      await handIn('Eva'),
    ];
    const { entries, refused } = await readClass(files, lessons, unknown);
    expect(entries.map(({ handIn }) => handIn.name)).toEqual(['Ana', 'Eva']);
    expect(refused).toMatchObject(damagedFiles.map(([{ name }, problem]) => ({ file: name, problem })));
    for (const language of languages) {
      for (const { problem } of refused) {
        const reason = fileProblemReason(problem, language);
        expect(reason).toMatch(/^.{20,300}\.$/);
        expect(reason).not.toContain('undefined');
      }
    }
    expect(fileProblemReason(refused[5]?.problem ?? { kind: 'unreadable' }, 'es')).toBe(
      'El archivo está dañado en at: se esperaba una fecha y hay 1e+300.',
    );
  });

  it('lists a file as unreadable, not as changed, if its digest cannot be computed', async () => {
    const files = [await handIn('Ana'), await handIn('Eva')];
    const digest = vi.spyOn(crypto.subtle, 'digest').mockRejectedValueOnce(new Error('no memory'));
    const { entries, refused } = await readClass(files, lessons, unknown);
    digest.mockRestore();
    expect(entries.map(({ handIn }) => [handIn.name, handIn.seal])).toEqual([['Eva', 'fits']]);
    expect(refused).toEqual([{ file: 'Ana.json', problem: { kind: 'failed', message: 'Error: no memory' } }]);
  });

  it('reports the number of files read so far', async () => {
    const counts: number[] = [];
    await readClass([await handIn('Ana'), read('cat', '{'), await handIn('Eva')], lessons, unknown, (count) =>
      counts.push(count),
    );
    expect(counts).toEqual([1, 2, 3]);
  });
});

describe('similarities in a class', () => {
  it('reports identical files and attempts with the same time', async () => {
    const ana = await handIn('Ana', ...solved(10, 'x', 'y'));
    const copy = await handIn('Eva', ...solved(10, 'x', 'y'));
    const { entries } = await readClass([ana, copy, ana], lessons, unknown);
    expect(entryOf(entries, 'Ana')?.similarities).toEqual([
      { kind: 'file', name: 'Ana', count: 1 },
      { kind: 'tries', name: 'Eva', count: 2 },
    ]);
    expect(entryOf(entries, 'Eva')?.similarities).toEqual([{ kind: 'tries', name: 'Ana', count: 2 }]);
  });

  it('does not report a single attempt with the same time', async () => {
    const files = [await handIn('Ana', ...solved(10, 'x')), await handIn('Eva', ...solved(10, 'x'))];
    const { entries } = await readClass(files, lessons, unknown);
    expect(entries.flatMap(({ similarities }) => similarities)).toEqual([]);
  });

  it('does not report attempts that more than three students imported', async () => {
    const imported = { at: 90, file: 'start.json', seal: 'fits' } as const;
    const from = (name: string) => {
      const items = solved(10, 'x', 'y').map((each) => ({
        ...each,
        attempts: each.attempts.map((one) => ({ ...one, imported })),
      }));
      return handIn(name, ...items);
    };
    const files = await Promise.all(['Ana', 'Eva', 'Leo', 'Mar'].map(from));
    const similarityCounts = async (some: typeof files) =>
      (await readClass(some, lessons, unknown)).entries.map((entry) => entry.similarities.length);
    expect(await similarityCounts(files)).toEqual([0, 0, 0, 0]);
    expect(await similarityCounts(files.slice(1))).toEqual([2, 2, 2]);
  });

  it('does not compare two hand-ins of one student', async () => {
    const { entries } = await readClass(
      [
        await handIn('Ana Núñez', ...solved(10, 'x', 'y')),
        await handIn(' ana núñez', ...solved(10, 'x', 'y')),
      ],
      lessons,
      unknown,
    );
    expect(entries.flatMap(({ similarities }) => similarities)).toEqual([]);
  });
});
