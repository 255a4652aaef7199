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

/** Without the browser's own requests to its vendor. */
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

/** Launches a browser whose profile is stored in a folder, as a learner's is. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await findChromium(),
    args: [...flags],
    viewport: { width: 1280, height: 900 },
  });
}

/** What the pages of a browser context reported and requested so far. */
export interface ContextLog {
  /** Uncaught errors, unhandled rejections and console errors, CSP violations among them. */
  readonly errors: string[];
  readonly requests: Request[];
}

/** A page of the built site, with the log of all pages of its context. */
export interface SitePage extends ContextLog {
  readonly page: Page;
  /** The path it was opened with. */
  readonly path: string;
  /** The site's address, without a slash at its end. */
  readonly site: string;
  close(): Promise<void>;
}

/** Logs what all pages of a context report and request, from now on. */
export function logContext(context: BrowserContext): ContextLog {
  const errors: string[] = [];
  const requests: Request[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('request', (request) => requests.push(request));
  return { errors, requests };
}

/** Opens a page of the site in a new context. */
export async function openPage(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  site: string = inject('site'),
): Promise<SitePage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const log = logContext(context);
  const page = await context.newPage();
  await page.goto(site + path);
  return { page, path, site, ...log, close: () => context.close() };
}

/** Returns the addresses of the requests that left the site's own origin. */
export function offOrigin(requests: readonly Request[], site: string = inject('site')): string[] {
  return requests
    .map((request) => request.url())
    .filter((url) => !url.startsWith(`${site}/`) && !/^(blob|data):/.test(url));
}
