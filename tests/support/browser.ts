import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { inject } from 'vitest';
import { findChromium } from '../../tools/find-chromium.ts';

/** Quiet: no call home of the browser's own. */
const flags = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...flags, ...more] });
}

/** A browser whose profile stays in a folder, as a learner's does. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await findChromium(),
    args: [...flags],
    viewport: { width: 1280, height: 900 },
  });
}

/** A page of the built site, and all that went wrong or out on it. */
export interface SitePage {
  readonly page: Page;
  /** The path it was opened with. */
  readonly path: string;
  /** The site's address, without a slash at its end. */
  readonly site: string;
  /** Uncaught errors and console errors, CSP violations among them. */
  readonly errors: string[];
  readonly requests: Request[];
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  site: string = inject('site'),
): Promise<SitePage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: Request[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => requests.push(request));
  await page.goto(site + path);
  return { page, path, site, errors, requests, close: () => context.close() };
}

/** Requests that left the site's own origin. */
export function offOrigin(requests: readonly Request[], site: string = inject('site')): string[] {
  return requests
    .map((request) => request.url())
    .filter((url) => !url.startsWith(`${site}/`) && !/^(blob|data):/.test(url));
}
