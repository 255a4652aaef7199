import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { violations } from '../support/axe.ts';
import { sidewaysOverflow } from '../support/fonts.ts';
import { runAll } from '../support/lesson-page.ts';
import { lessonsUnderTest } from '../support/lessons.ts';
import { expectPhotosKnown, expectPretrained } from '../support/pretrained-lesson.ts';
import { siteTest } from '../support/site-test.ts';

/** Where a lesson shows what goes wrong, or the bench says how it compares; everywhere else a remark is about a fault of ours. */
const warnings: Readonly<Record<string, readonly string[]>> = {
  '04-finetuning': ['rates', 'four-ways', 'forgot-compile', 'forgetting'],
};

/** What a lesson must have shown, beside that it ran. */
const shows: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  '01-pretrained': expectPretrained,
};

/** Without a graphics processor WebGL is computed in software, in which training takes a hundred times as long. */
const trains: readonly string[] = ['03-transfer', '04-finetuning', '05-your-own-problem'];

const folders = [...new Set(lessonsUnderTest.map(({ folder }) => folder))];

/**
 * Each lesson in one language, on WebGL in the other: the code is the same but for its comments, which
 * `tests/content/every-lesson.test.ts` asserts, and that it compiles in both.
 */
const inTurn = lessonsUnderTest.filter(
  ({ folder, language }) => (language === 'es') === (folders.indexOf(folder) % 2 === 0),
);
const inOtherTurn = lessonsUnderTest.filter((lesson) => !inTurn.includes(lesson));

siteTest.for(inTurn)(
  '$folder runs from top to bottom ($language)',
  { timeout: 900_000 },
  async ({ folder, language, path }, { open }) => {
    const colorScheme = folders.indexOf(folder) % 3 === 0 ? 'dark' : 'light';
    const { page } = await open(`${path}?backend=wasm`, { colorScheme });
    const statuses = await runAll(page, language, 880_000);
    const files = readdirSync(`src/content/lessons/${folder}/cells`).filter((file) => file.endsWith('.ts'));
    expect(Object.keys(statuses).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
    expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
    expect(await warned(page)).toEqual(warnings[folder] ?? []);
    await shows[folder]?.(page, language);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysOverflow(page)).toEqual([]);
    if (folder === '01-pretrained') {
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectPhotosKnown(page, language);
    }
  },
);

siteTest.for(inOtherTurn.filter(({ folder }) => !trains.includes(folder)))(
  '$folder runs from top to bottom on WebGL ($language)',
  { timeout: 600_000 },
  async ({ folder, language, path }, { open }) => {
    const { page } = await open(`${path}?backend=webgl`);
    const statuses = await runAll(page, language, 580_000);
    expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe('webgl');
    expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
    await shows[folder]?.(page, language);
  },
);

/** The cells below which the course remarks something, or tfjs warns of something. */
function warned(page: Page): Promise<readonly string[]> {
  return page.$$eval('[data-cell]:has(.note-line, .text-level)', (cells) =>
    cells.map((each) => each.getAttribute('data-cell') ?? ''),
  );
}
