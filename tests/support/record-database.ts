import type { BrowserContext, Page } from 'playwright-core';

declare global {
  /** Of the pages under test. */
  interface Window {
    recordArrives?: () => void;
    isDeviceFull?: boolean;
  }
}

/** In each page that comes, a database that opens only when the test says so: `arriveRecord`. */
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

export async function arriveRecord(page: Page): Promise<void> {
  await page.evaluate(() => window.recordArrives?.());
}

/** A device without room for a database, for as long as the page's `isDeviceFull` says so. */
export async function limitRoom(target: Page | BrowserContext): Promise<void> {
  await target.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...asked) {
      if (window.isDeviceFull === true) throw new DOMException('there is no room', 'QuotaExceededError');
      return open.apply(this, asked);
    };
  });
}

/** The code that the record has of a cell, read past the page's own scripts; `null` where it has none. */
export function keptSource(page: Page, lesson: string, cell: string): Promise<string | null> {
  return keptText(page, ['edits', lesson, cell], 'source');
}

/** The learner's name that the record has. */
export function keptName(page: Page): Promise<string | null> {
  return keptText(page, ['learner', '', ''], 'name');
}

function keptText(page: Page, key: readonly string[], field: string): Promise<string | null> {
  return page.evaluate(
    async ([place, wanted]) => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'deshielo')) return null;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('deshielo');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const request = database
        .transaction('records')
        .objectStore('records')
        .get([...place]);
      await new Promise((resolve) => {
        request.onsuccess = resolve;
      });
      database.close();
      const kept: unknown = request.result;
      return typeof kept === 'object' && kept !== null ? (Reflect.get(kept, wanted) ?? null) : null;
    },
    [key, field] as const,
  );
}

/** As a tab does that has a later version of the course. */
export async function upgradeRecord(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('deshielo', 99);
      opening.onsuccess = () => resolve(opening.result.close());
      opening.onerror = () => reject(opening.error);
    });
  });
}
