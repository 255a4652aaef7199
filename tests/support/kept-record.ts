import { expect, vi } from 'vitest';
import type { Evaluates } from './attacked-page.ts';

/** The folder of the lesson in which the engine is tested. */
export const engineLesson = '90-engine';

/** What lies in the learner's record under a key; `undefined` where nothing does. */
export async function keptRecord(page: Evaluates, key: readonly (string | number)[]): Promise<unknown> {
  const { value } = await page.evaluate(async (wanted) => {
    // To open what is not there would make it, without what the page wants in it.
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

/** Waits until what was typed into a cell of the lesson for the engine is stored; with `null`, until its edit is gone. */
export async function editKept(page: Evaluates, cell: string, source: string | null): Promise<void> {
  const wanted = source === null ? undefined : expect.objectContaining({ source });
  // Also asked for in a hook, where `expect.poll` is not to be had.
  await vi.waitFor(
    async () => expect(await keptRecord(page, ['edits', engineLesson, cell])).toEqual(wanted),
    { timeout: 15_000, interval: 50 },
  );
}
