import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { findFirefox } from '../../tools/find-firefox.ts';

/** An unpatched Firefox, which Playwright cannot drive: it supports only its own build. */
const executablePath = await findFirefox();

/** The reason why the tests in Firefox are skipped; `null` if they are not. */
export const noFirefox =
  executablePath === null ? 'No Firefox found: its tests are skipped. FIREFOX_PATH may name one.' : null;
// Vitest reports only the number of skipped tests.
if (noFirefox !== null) process.stderr.write(`${noFirefox}\n`);

export async function launchFirefox(): Promise<Browser> {
  if (executablePath === null) throw new Error('No Firefox found.');
  return puppeteer.launch({ browser: 'firefox', executablePath });
}

/** A page of the built site in Firefox, with what it reported and requested. */
export interface FirefoxPage {
  readonly page: Page;
  /** The site's address, without a slash at its end. */
  readonly site: string;
  /** Uncaught errors, console errors, and CSP violations. */
  readonly errors: string[];
  /** Addresses requested by the page and its frames. */
  readonly requests: string[];
  close(): Promise<void>;
}

export async function openInFirefox(
  browser: Browser,
  path: string,
  site: string = inject('site'),
): Promise<FirefoxPage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  // Firefox reports CSP violations only to its own console.
  await page.evaluateOnNewDocument(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      reportError(new Error(`CSP ${violatedDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`)),
    ),
  );
  await page.goto(site + path);
  return { page, site, errors, requests, close: () => context.close() };
}
