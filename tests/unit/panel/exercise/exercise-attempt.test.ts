import { describe, expect, it } from 'vitest';
import type { Grade } from '../../../../src/lessons-runtime/grading/grade.ts';
import { earlyStages } from '../../../../src/lessons-runtime/lesson/attempt-stages.ts';
import { attemptOf, earlierText } from '../../../../src/lessons-runtime/panel/exercise/exercise-attempt.ts';
import { exerciseWords } from '../../../../src/lessons-runtime/panel/exercise/exercise-words.ts';
import {
  createItemsStore,
  type ItemsStore,
} from '../../../../src/lessons-runtime/progress/record/items-store.ts';
import { createMemoryRecordStorage } from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import { createRecordStore } from '../../../../src/lessons-runtime/progress/record/record-store.ts';

const words = exerciseWords.en;
const names = [...earlyStages, 'broken', 'checked', 'before-training', 'frozen'];
/** An author may call messages what they like. */
const messages = Object.fromEntries(
  names.map((name) => [name, { tested: `test of ${name}`, says: `says ${name}` }]),
);

/** What a learner is told of a try after the page was loaded again. */
async function afterReload(store: ItemsStore, grade: Grade) {
  await store.update('lesson', 'exercise/thaw', (kept) => ({
    ...kept,
    attempts: [...kept.attempts, attemptOf(grade, 1, 'code')],
  }));
  const [item] = await store.load('lesson');
  const last = item?.attempts.at(-1);
  return last === undefined ? null : { ...earlierText(last, messages, words), compared: last.compared };
}

describe('a try, told again after a reload', () => {
  it.each(names)('that got the message “%s” shows that message', async (message) => {
    const grade: Grade = { stage: 'checked', verdict: 'incorrect', message, expected: '1', found: '2' };
    expect(
      await afterReload(createItemsStore(createRecordStore(createMemoryRecordStorage())), grade),
    ).toEqual({
      says: `says ${message}`,
      tested: `test of ${message}`,
      compared: { expected: '1', found: '2' },
    });
  });

  it.each(earlyStages)('that came to an end at “%s” shows what stood in its way', async (stage) => {
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
