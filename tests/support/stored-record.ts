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
  await waitForValue(page, key, expect.objectContaining(fields));
}

/** Waits until an edit of a cell is stored; with `null`, until the record has none. */
export async function waitForEdit(
  page: Evaluates,
  cell: string,
  source: string | null,
  lesson: string = engineLesson,
): Promise<void> {
  const wanted = source === null ? undefined : expect.objectContaining({ source });
  await waitForValue(page, ['edits', lesson, cell], wanted);
}

async function waitForValue(page: Evaluates, key: Key, wanted: unknown): Promise<void> {
  // `expect.poll` is not available in hooks, which call this, too.
  await vi.waitFor(async () => expect(await storedRecord(page, key)).toEqual(wanted), {
    timeout: 15_000,
    interval: 50,
  });
}
