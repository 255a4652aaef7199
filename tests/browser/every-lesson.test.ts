import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, offOrigin, openPage } from '../support/browser.ts';
import { runAll } from '../support/lesson-page.ts';
import { lessonsUnderTest } from '../support/lessons.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(lessonsUnderTest)('$folder runs from top to bottom ($language)', async ({
  folder,
  language,
  path,
}) => {
  const { page, errors, requests, close } = await openPage(browser, `${path}?backend=wasm`);
  const statuses = await runAll(page, language, 400_000);
  const authored = readdirSync(`src/content/lessons/${folder}/cells`).filter((file) => file.endsWith('.ts'));
  expect(Object.keys(statuses).sort()).toEqual(authored.map((file) => file.replace(/\.ts$/, '')).sort());
  expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
  expect(offOrigin(requests)).toEqual([]);
  expect(errors).toEqual([]);
  await close();
}, 420_000);
