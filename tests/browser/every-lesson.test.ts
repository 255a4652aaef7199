import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser, offOrigin, openPage } from '../support/browser.ts';
import { runAll } from '../support/lesson-page.ts';
import { type LessonUnderTest, lessonsUnderTest } from '../support/lessons.ts';

/** Where a lesson shows what goes wrong, or the bench says how it compares; everywhere else a remark is about a fault of ours. */
const warnings: Readonly<Record<string, readonly string[]>> = {
  '04-finetuning': ['rates', 'four-ways', 'forgot-compile', 'forgetting'],
};

/** Without a graphics processor WebGL is computed in software, in which training takes a hundred times as long. */
const trains: readonly string[] = ['03-transfer', '04-finetuning', '05-your-own-problem'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const folders = [...new Set(lessonsUnderTest.map(({ folder }) => folder))];

/** In both languages at once: each computes on a core of its own. */
it.each(folders)('%s runs from top to bottom in both languages', async (folder) => {
  const lessons = lessonsUnderTest.filter((lesson) => lesson.folder === folder);
  expect(lessons.map(({ language }) => language).sort()).toEqual(['en', 'es']);
  await Promise.all(lessons.map(runsThrough));
}, 900_000);

async function runsThrough({ folder, language, path }: LessonUnderTest): Promise<void> {
  const { page, errors, requests, close } = await openPage(browser, `${path}?backend=wasm`);
  const statuses = await runAll(page, language, 880_000);
  const authored = readdirSync(`src/content/lessons/${folder}/cells`).filter((file) => file.endsWith('.ts'));
  expect(Object.keys(statuses).sort()).toEqual(authored.map((file) => file.replace(/\.ts$/, '')).sort());
  expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
  expect(await warned(page)).toEqual(warnings[folder] ?? []);
  expect(await violations(page)).toEqual([]);
  expect(offOrigin(requests)).toEqual([]);
  expect(errors).toEqual([]);
  await close();
}

/** In one language each: what is computed is the same, and all that a page says was said above. */
it.each(
  lessonsUnderTest.filter(
    ({ folder, language }) =>
      !trains.includes(folder) && language === (folders.indexOf(folder) % 2 === 0 ? 'es' : 'en'),
  ),
)('$folder runs from top to bottom on WebGL ($language)', async ({ language, path }) => {
  const { page, errors, close } = await openPage(browser, `${path}?backend=webgl`);
  const statuses = await runAll(page, language, 580_000);
  expect(await page.locator('[data-backend]').innerText()).toContain('webgl');
  expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
  expect(errors).toEqual([]);
  await close();
}, 600_000);

/** The cells below which the course remarks something, or tfjs warns of something. */
function warned(page: Page): Promise<readonly string[]> {
  return page.$$eval('[data-cell]:has(.note-line, .text-level)', (cells) =>
    cells.map((each) => each.getAttribute('data-cell') ?? ''),
  );
}
