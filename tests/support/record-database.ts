import type { BrowserContext, Page } from 'playwright-core';
import { storedRecord } from './stored-record.ts';

declare global {
  interface Window {
    recordArrives?: () => void;
    isDeviceFull?: boolean;
  }
}

/** Delays, in each page loaded from now on, the opening of the database until `arriveRecord`. */
export async function delayRecord(target: Page | BrowserContext): Promise<void> {
  await target.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    let hasArrived = false;
    const late: IDBOpenDBRequest[] = [];
    window.recordArrives = () => {
      hasArrived = true;
      for (const request of late) request.dispatchEvent(new Event('success'));
    };
    IDBFactory.prototype.open = function (...asked) {
      const request = open.apply(this, asked);
      request.addEventListener('success', (event) => {
        if (hasArrived) return;
        event.stopImmediatePropagation();
        late.push(request);
      });
      return request;
    };
  });
}

/** Lets the database open that `delayRecord` delayed. */
export async function arriveRecord(page: Page): Promise<void> {
  await page.evaluate(() => window.recordArrives?.());
}

/** Makes the database fail to open for lack of room while the page's `isDeviceFull` is true. */
export async function limitRoom(target: Page | BrowserContext): Promise<void> {
  await target.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...asked) {
      if (window.isDeviceFull === true) throw new DOMException('there is no room', 'QuotaExceededError');
      return open.apply(this, asked);
    };
  });
}

/** Returns the stored code of a cell; `null` if there is none. */
export function storedSource(page: Page, lesson: string, cell: string): Promise<string | null> {
  return storedText(page, ['edits', lesson, cell], 'source');
}

/** Returns the stored name of the learner. */
export function storedName(page: Page): Promise<string | null> {
  return storedText(page, ['learner', '', ''], 'name');
}

async function storedText(page: Page, key: readonly string[], field: string): Promise<string | null> {
  const record = await storedRecord(page, key);
  return typeof record === 'object' && record !== null ? (Reflect.get(record, field) ?? null) : null;
}

/** Upgrades the database as a tab with a later version of the course would. */
export async function upgradeRecord(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('deshielo', 99);
      opening.onsuccess = () => resolve(opening.result.close());
      opening.onerror = () => reject(opening.error);
    });
  });
}
