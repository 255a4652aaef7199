import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LessonParts } from '../../../../src/lessons-runtime/lesson/lesson-parts.ts';
import { verifyHandIn, writeHandIn } from '../../../../src/lessons-runtime/progress/files/hand-in-file.ts';
import { markImported } from '../../../../src/lessons-runtime/progress/record/imported.ts';
import { scoreLesson, totalShare } from '../../../../src/lessons-runtime/progress/record/lesson-score.ts';
import { emptyRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
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

describe('sha256', () => {
  it.each(['', 'abc', 'ñ 🧊'])('hashes “%s” with crypto.subtle and without', async (text) => {
    const expected = createHash('sha256').update(text).digest('hex');
    expect(await sha256(text)).toBe(expected);
    expect(await sha256(text, {} as SubtleCrypto).catch(() => 'broken')).toBe('broken');
    expect(await sha256WithoutSubtle(text)).toBe(expected);
  });
});

/** Computes a digest as a page over plain http does. */
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
  it('contains the name, edits, items and trainings, but no places', async () => {
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

  it('has a valid digest with other white space and another order of fields', async () => {
    const text = await writeHandIn(handIn);
    const content = JSON.parse(text);
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(content).reverse()));
    for (const same of [text, reversed]) {
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
    ['the number of fields', '"name":', '"extra": true, "name":'],
  ])('has a broken digest after a change of %s', async (_, part, replacement) => {
    const text = await writeHandIn(handIn);
    expect(text).toContain(part);
    expect(await verifyHandIn(text.replace(part, replacement))).toMatchObject({
      ok: true,
      value: { seal: 'broken' },
    });
  });

  it('is read with its record and its computed digest', async () => {
    const text = await writeHandIn(handIn);
    const read = await verifyHandIn(text);
    expect(read.ok && read.value).toMatchObject({ at, digest: JSON.parse(text).digest.value });
    expect(read.ok && read.value.record).toEqual({ ...sampleRecord, places: [], drawings: [], learner: [] });
  });

  it('lists the imports with file name and state of the digest', async () => {
    const imported = { at, file: 'copy.json', seal: 'broken' } as const;
    const record = markImported(sampleRecord, emptyRecord, imported);
    const content = JSON.parse(await writeHandIn({ ...handIn, record }));
    expect(content.imports).toEqual([
      { at: '2026-11-24T15:00:00.000Z', file: 'copy.json', seal: 'broken', attempts: 4 },
    ]);
    expect(content.record.items[1].attempts[0].imported.file).toBe('copy.json');
    expect(JSON.parse(await writeHandIn(handIn)).imports).toEqual([]);
  });

  it('is refused if its format, syntax, fields or version are wrong', async () => {
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

describe('scoreLesson', () => {
  it('counts the parts of the lesson only; a later wrong answer does not undo a correct one', () => {
    const score = scoreLesson({ ...parts, cells: ['train-head'] }, sampleRecord);
    expect(score.cells).toEqual({ done: 0, of: 1 });
    const [item] = sampleRecord.items;
    const wrongLater = {
      ...sampleRecord,
      items: item === undefined ? [] : [{ ...item, attempts: item.attempts.toReversed() }],
    };
    expect(scoreLesson(parts, wrongLater).exercises).toEqual({ done: 1, of: 2 });
    expect(totalShare([score, score], 'exercises')).toEqual({ done: 2, of: 4 });
  });
});

describe('withoutParts', () => {
  const lesson = '03-transfer';
  it.each([
    [{ kind: 'everything' }, []],
    [{ kind: 'lesson', lesson }, ['steps', 'drawings', 'learner']],
    [{ kind: 'cells', lesson, id: 'freeze' }, ['items', 'runs', 'steps', 'places', 'drawings', 'learner']],
    [
      { kind: 'steps', lesson: '00-how-a-cell-works', id: 'run' },
      ['edits', 'items', 'runs', 'cells', 'places', 'drawings', 'learner'],
    ],
  ] as const)('removes %o and leaves %j', (removed, left) => {
    const rest = withoutParts(sampleRecord, removed);
    expect(Object.entries(rest).flatMap(([table, records]) => (records.length > 0 ? [table] : []))).toEqual(
      left,
    );
  });

  it('removes the code of an exercise with it, and leaves the other items', () => {
    const edit = { lesson, cell: 'exercise-thaw', source: 'x', at: 1 };
    const rest = withoutParts(
      { ...sampleRecord, edits: [...sampleRecord.edits, edit] },
      { kind: 'exercises', lesson, id: 'exercise/thaw' },
    );
    expect(rest.edits).toEqual(sampleRecord.edits);
    expect(rest.items.map(({ item }) => item)).toEqual(['quiz/freezing/why']);
  });
});
