import { describe, expect, it } from 'vitest';
import type { Grade } from '../../../../src/lessons-runtime/grading/grade.ts';
import { earlyStages } from '../../../../src/lessons-runtime/lesson/attempt-stages.ts';
import {
  createAttempt,
  storedAttemptText,
} from '../../../../src/lessons-runtime/panel/exercise/exercise-attempt.ts';
import { exerciseWords } from '../../../../src/lessons-runtime/panel/exercise/exercise-words.ts';
import {
  createItemsStore,
  type ItemsStore,
} from '../../../../src/lessons-runtime/progress/record/items-store.ts';
import { createMemoryRecordStorage } from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import { createRecordStore } from '../../../../src/lessons-runtime/progress/record/record-store.ts';

const words = exerciseWords.en;
const names = [...earlyStages, 'broken', 'checked', 'before-training', 'frozen'];
/** Authors may give messages any name, also that of a stage. */
const messages = Object.fromEntries(
  names.map((name) => [name, { tested: `test of ${name}`, says: `says ${name}` }]),
);

/** Stores an attempt and returns its feedback after a reload of the page. */
async function afterReload(store: ItemsStore, grade: Grade) {
  await store.update('lesson', 'exercise/thaw', (kept) => ({
    ...kept,
    attempts: [...kept.attempts, createAttempt(grade, 1, 'code')],
  }));
  const [item] = await store.load('lesson');
  const last = item?.attempts.at(-1);
  return last === undefined ? null : { ...storedAttemptText(last, messages, words), compared: last.compared };
}

describe('the feedback for a stored attempt', () => {
  it.each(names)('is the message named “%s” of a checked attempt', async (message) => {
    const grade: Grade = { stage: 'checked', verdict: 'incorrect', message, expected: '1', found: '2' };
    expect(
      await afterReload(createItemsStore(createRecordStore(createMemoryRecordStorage())), grade),
    ).toEqual({
      says: `says ${message}`,
      tested: `test of ${message}`,
      compared: { expected: '1', found: '2' },
    });
  });

  it.each(earlyStages)('is the reason of an attempt that ended at the stage “%s”', async (stage) => {
    const grade: Grade = { stage, verdict: 'incorrect', what: 'what', advice: 'advice' };
    expect(
      await afterReload(createItemsStore(createRecordStore(createMemoryRecordStorage())), grade),
    ).toEqual({
      says: words.stages[stage],
      tested: null,
      compared: undefined,
    });
  });
});
