import { expect, vi } from 'vitest';
import type { Evaluates } from './attacked-page.ts';

/** The folder of the lesson in which the engine is tested. */
export const engineLesson = '90-engine';

type Key = readonly (string | number)[];

/** Reads a value of the learner's record from the database; `undefined` if it has none under the key. */
export async function storedRecord(page: Evaluates, key: Key): Promise<unknown> {
  const { value } = await page.evaluate(async (wanted) => {
    // Opening a database that does not exist would create it, without the page's object stores.
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'deshielo')) return { value: undefined };
    return new Promise<Record<string, unknown>>((resolve, reject) => {
      const opening = indexedDB.open('deshielo');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const records = opening.result.transaction('records').objectStore('records');
        const reading = records.get(JSON.parse(wanted));
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          opening.result.close();
          resolve({ value: reading.result });
        };
      };
    });
  }, JSON.stringify(key));
  return value;
}

/** Waits until the record has a value under a key with (at least) these fields. */
export async function waitForRecord(page: Evaluates, key: Key, fields: object = {}): Promise<void> {
  await waitFor(async () => {
    const value = await storedRecord(page, key);
    // `toMatchObject({})` accepts `undefined`.
    expect(value).toBeDefined();
    expect(value).toMatchObject(fields);
  });
}

/** Waits until an edit of a cell is stored; with `null`, until the record has none. */
export async function waitForEdit(
  page: Evaluates,
  cell: string,
  source: string | null,
  lesson: string = engineLesson,
): Promise<void> {
  const key = ['edits', lesson, cell];
  if (source === null) await waitFor(async () => expect(await storedRecord(page, key)).toBeUndefined());
  else await waitForRecord(page, key, { source });
}

/** As `expect.poll`, which is not available in hooks. */
async function waitFor(check: () => Promise<void>): Promise<void> {
  await vi.waitFor(check, { timeout: 15_000, interval: 50 });
}
