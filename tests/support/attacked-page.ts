import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { cell } from './lesson-page.ts';

/** A text in every store, which no cell may show or change. */
export const secret = 'SECRET-CANARY';

/** A page of Playwright or Puppeteer. */
export interface Evaluates {
  evaluate(
    act: (text: string) => Promise<Record<string, unknown>>,
    text: string,
  ): Promise<Record<string, unknown>>;
}

/** Puts the secret into every store of the site, and listens for broadcasts. */
export async function plantCanaries(page: Evaluates): Promise<void> {
  await page.evaluate(async (text) => {
    localStorage.setItem('canary', text);
    sessionStorage.setItem('canary', text);
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie that a cell must not see
    document.cookie = `canary=${text}`;
    await new Promise((opened) => {
      const request = indexedDB.open('canary', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('canary').put(text, 'canary');
      request.onsuccess = () => opened(request.result.close());
    });
    const cache = await caches.open('canary');
    await cache.put('/canary', new Response(text));
    const folder = await navigator.storage.getDirectory();
    await folder.getFileHandle('canary', { create: true });
    const channel = new BroadcastChannel('canary');
    channel.onmessage = () => {
      document.documentElement.dataset['heard'] = 'a broadcast';
      channel.postMessage(text);
    };
    return {};
  }, secret);
}

/** Returns everything of the page and its stores that no cell may change. */
export function pageFacts(page: Evaluates): Promise<Record<string, unknown>> {
  return page.evaluate(
    async () => ({
      address: location.href,
      title: document.title,
      // Frames are numbered properties, and exist only while there is a worker.
      globals: Object.getOwnPropertyNames(window)
        .filter((name) => !/^\d+$/.test(name))
        // Firefox creates some of them on first access.
        .sort()
        .join(' '),
      pwned: 'pwned' in window,
      polluted: [Object.getOwnPropertyNames(Object.prototype).length, Object.keys(Object.prototype).length],
      // The page itself notes how long each run takes.
      local: JSON.stringify({ ...localStorage, 'deshielo:run-times': undefined }),
      session: JSON.stringify(sessionStorage),
      cookie: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
      caches: await caches.keys(),
      heard: document.documentElement.dataset['heard'] ?? 'nothing',
      body: document.body.className,
      heads: document.head.querySelectorAll('meta, base, link[rel*=prefetch], link[rel*=preconnect]').length,
      styles: [...document.querySelectorAll('style')].filter(({ textContent }) =>
        /\{display:none/.test(textContent),
      ).length,
      markup: [
        ...document.querySelectorAll(
          [
            'img',
            'script',
            'iframe',
            'meta',
            'link',
            'base',
            'form:not(.vega-bindings:empty)',
            'a',
            'style',
            'object',
            '[onclick]',
            '[onload]',
            '[onerror]',
          ]
            .map((tag) => `[data-cell-output] ${tag}`)
            .join(),
        ),
      ]
        .map(({ outerHTML }) => outerHTML.slice(0, 200))
        .join(' '),
      frames: document.querySelectorAll('iframe').length <= 1,
      uiVisible: getComputedStyle(document.body).display !== 'none',
    }),
    secret,
  );
}

/** Presses a cell's Run button and waits for the end of the run. @returns the cell's status and output */
export async function runAttack(
  page: Page,
  id: string,
  timeout = 30_000,
): Promise<{ status: string; text: string }> {
  const section = cell(page, id);
  await section.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(
    (name) =>
      !/queued|running/.test(
        document.querySelector<HTMLElement>(`[data-cell="${name}"]`)?.dataset['status'] ?? '',
      ),
    id,
    { timeout },
  );
  return { status: (await section.getAttribute('data-status')) ?? '', text: await outputOf(page, id) };
}

/** Returns the text of a cell's output, including hidden and withheld parts. */
export async function outputOf(page: Page, id: string): Promise<string> {
  const more = cell(page, id).locator('.output-more');
  while (await more.isVisible()) await more.click();
  return ((await cell(page, id).locator('[data-cell-output]').textContent()) ?? '').trim();
}

/** Returns the notice of the bar above the lesson; empty if there is none. */
export async function noticeOf(page: Page): Promise<string> {
  return (await page.locator('.lesson-notice').allTextContents()).join(' ');
}

/** Returns the processor time of all renderers of the browser, in seconds. */
export async function rendererSeconds(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('no browser');
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  } finally {
    await session.detach();
  }
}

/** Waits until no renderer computes, because everything that was stopped has ended. */
export async function expectQuiet(context: BrowserContext): Promise<void> {
  await expect
    .poll(
      async () => {
        const before = await rendererSeconds(context);
        await new Promise((resolve) => setTimeout(resolve, 400));
        return (await rendererSeconds(context)) - before;
      },
      { timeout: 6000, interval: 50 },
    )
    .toBeLessThan(0.2);
}
