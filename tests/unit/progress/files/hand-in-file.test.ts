import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LessonParts } from '../../../../src/lessons-runtime/lesson/lesson-parts.ts';
import { verifyHandIn, writeHandIn } from '../../../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { markImported } from '../../../../src/lessons-runtime/progress/record/imported.ts';
import { scoreLesson, totalShare } from '../../../../src/lessons-runtime/progress/record/lesson-score.ts';
import { emptyWholeRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import { sha256 } from '../../../../src/lessons-runtime/progress/record/sha256.ts';
import { withoutParts } from '../../../../src/lessons-runtime/progress/record/without-parts.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const parts: LessonParts = {
  lesson: '03-transfer',
  steps: [],
  cells: ['freeze', 'train-head'],
  exercises: ['exercise/thaw', 'exercise/other'],
  questions: ['quiz/freezing/why'],
};
const at = Date.UTC(2026, 10, 24, 15);
const handIn = { name: ' Ana Núñez ', at, scores: [scoreLesson(parts, sampleRecord)], record: sampleRecord };

describe('the digest', () => {
  it.each(['', 'abc', 'ñ 🧊'])('of “%s” is SHA-256, with the browser’s own and without', async (text) => {
    const expected = createHash('sha256').update(text).digest('hex');
    expect(await sha256(text)).toBe(expected);
    expect(await sha256(text, {} as SubtleCrypto).catch(() => 'broken')).toBe('broken');
    expect(await sha256WithoutSubtle(text)).toBe(expected);
  });
});

/** As a page over plain http computes it. */
async function sha256WithoutSubtle(text: string): Promise<string> {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  try {
    return await sha256(text);
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  }
}

describe('a hand-in', () => {
  it('holds name, code, answers, verdicts, attempts and trainings, and nothing of where one was', async () => {
    const file = JSON.parse(await writeHandIn(handIn));
    expect(file.name).toBe('Ana Núñez');
    expect(file.record.items[0].attempts[0]).toEqual({
      at: '2023-11-14T22:13:21.000Z',
      answer: 'model.trainable = ____;',
      verdict: 'incorrect',
      stage: 'checked',
      message: 'blank',
    });
    expect(file.record.edits[0].source).toContain('«hielo»');
    expect(file.record.runs[0].note).toBe('too fast');
    expect(file.record).not.toHaveProperty('places');
    expect(file.scores).toEqual([
      {
        lesson: '03-transfer',
        steps: { done: 0, of: 0 },
        cells: { done: 1, of: 2 },
        exercises: { done: 1, of: 2 },
        questions: { done: 1, of: 1 },
      },
    ]);
  });

  it('holds, also when its text is spaced or ordered otherwise', async () => {
    const text = await writeHandIn(handIn);
    const content = JSON.parse(text);
    const turned = JSON.stringify(Object.fromEntries(Object.entries(content).reverse()));
    for (const same of [text, turned]) {
      expect(await verifyHandIn(same)).toMatchObject({
        ok: true,
        value: { name: 'Ana Núñez', seal: 'fits' },
      });
    }
  });

  it.each([
    ['the name', 'Ana Núñez', 'Eva Núñez'],
    ['the time', '2026-11-24T15:00', '2026-11-23T15:00'],
    ['a verdict', '"verdict": "incorrect"', '"verdict": "correct"'],
    ['an answer', 'model.trainable = true', 'model.trainable = false'],
    ['a score', '"done": 0', '"done": 1'],
    ['a loss', '0.7', '0.07'],
    ['a digit of the digest', '"SHA-256",\n    "value": "', '"SHA-256",\n    "value": "0'],
    ['a field more', '"name":', '"extra": true, "name":'],
  ])('shows that %s was changed', async (_, was, is) => {
    const text = await writeHandIn(handIn);
    expect(text).toContain(was);
    expect(await verifyHandIn(text.replace(was, is))).toMatchObject({
      ok: true,
      value: { seal: 'broken' },
    });
  });

  it('gives back its record, and the digest of what it is now', async () => {
    const text = await writeHandIn(handIn);
    const read = await verifyHandIn(text);
    expect(read.ok && read.value).toMatchObject({ at, digest: JSON.parse(text).digest.value });
    expect(read.ok && read.value.record).toEqual({ ...sampleRecord, places: [], learner: [] });
  });

  it('says what of it came in by import, from which file, and what the seal of that file said', async () => {
    const imported = { at, file: 'copy.json', seal: 'broken' } as const;
    const record = markImported(sampleRecord, emptyWholeRecord, imported);
    const content = JSON.parse(await writeHandIn({ ...handIn, record }));
    expect(content.imports).toEqual([
      { at: '2026-11-24T15:00:00.000Z', file: 'copy.json', seal: 'broken', attempts: 4 },
    ]);
    expect(content.record.items[1].attempts[0].imported.file).toBe('copy.json');
    expect(JSON.parse(await writeHandIn(handIn)).imports).toEqual([]);
  });

  it('is refused where it is none', async () => {
    expect(await verifyHandIn('{"format": "deshielo-progress", "version": 2}')).toMatchObject({
      ok: false,
      problem: { kind: 'foreign' },
    });
    expect(await verifyHandIn('{')).toMatchObject({ ok: false, problem: { kind: 'notJson' } });
    const text = await writeHandIn(handIn);
    expect(await verifyHandIn(text.replace('"name"', '"Name"'))).toMatchObject({
      ok: false,
      problem: { kind: 'damaged', where: 'name' },
    });
    expect(await verifyHandIn(text.replace('"version": 3', '"version": 99'))).toMatchObject({
      ok: false,
      problem: { kind: 'newer', version: 99 },
    });
  });
});

describe('the score', () => {
  it('counts what there is, not what there was; one wrong answer since does not undo a right one', () => {
    const score = scoreLesson({ ...parts, cells: ['train-head'] }, sampleRecord);
    expect(score.cells).toEqual({ done: 0, of: 1 });
    const [item] = sampleRecord.items;
    const wrongSince = {
      ...sampleRecord,
      items: item === undefined ? [] : [{ ...item, attempts: item.attempts.toReversed() }],
    };
    expect(scoreLesson(parts, wrongSince).exercises).toEqual({ done: 1, of: 2 });
    expect(totalShare([score, score], 'exercises')).toEqual({ done: 2, of: 4 });
  });
});

describe('forgetting', () => {
  const lesson = '03-transfer';
  it.each([
    [{ kind: 'everything' }, []],
    [{ kind: 'lesson', lesson }, ['steps', 'learner']],
    [{ kind: 'cells', lesson, id: 'freeze' }, ['items', 'runs', 'steps', 'places', 'learner']],
    [
      { kind: 'steps', lesson: '00-how-a-cell-works', id: 'run' },
      ['edits', 'items', 'runs', 'cells', 'places', 'learner'],
    ],
  ] as const)('%o leaves %j', (forgotten, left) => {
    const rest = withoutParts(sampleRecord, forgotten);
    expect(Object.entries(rest).flatMap(([table, records]) => (records.length > 0 ? [table] : []))).toEqual(
      left,
    );
  });

  it('an exercise takes its code along, and leaves the other items', () => {
    const edit = { lesson, cell: 'exercise-thaw', source: 'x', at: 1 };
    const rest = withoutParts(
      { ...sampleRecord, edits: [...sampleRecord.edits, edit] },
      { kind: 'exercises', lesson, id: 'exercise/thaw' },
    );
    expect(rest.edits).toEqual(sampleRecord.edits);
    expect(rest.items.map(({ item }) => item)).toEqual(['quiz/freezing/why']);
  });
});
