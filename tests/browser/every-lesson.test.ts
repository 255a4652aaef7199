import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { sidewaysOverflow } from '../support/fonts.ts';
import { runAll } from '../support/lesson-page.ts';
import { lessonsOnWasm } from '../support/lessons.ts';
import { expectPhotosKnown, expectPretrained } from '../support/pretrained-lesson.ts';
import { siteTest } from '../support/site-test.ts';

/** The cells with a remark that the lesson intends; any other remark is a fault of the course. */
const remarks: Readonly<Record<string, readonly string[]>> = {
  '04-finetuning': ['rates', 'four-ways', 'forgot-compile', 'forgetting'],
};

siteTest.for(lessonsOnWasm)(
  '$folder runs from top to bottom ($language)',
  { timeout: 900_000 },
  async ({ folder, language, path }, { open }) => {
    const colorScheme = folder.startsWith('00') || folder.startsWith('03') ? 'dark' : 'light';
    const { page } = await open(`${path}?backend=wasm`, { colorScheme });
    const statuses = await runAll(page, language, 880_000);
    const files = readdirSync(`src/content/lessons/${folder}/cells`).filter((file) => file.endsWith('.ts'));
    expect(Object.keys(statuses).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
    expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
    expect(await cellsWithRemarks(page)).toEqual(remarks[folder] ?? []);
    if (folder === '01-pretrained') await expectPretrained(page, language);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysOverflow(page)).toEqual([]);
    if (folder === '01-pretrained') {
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectPhotosKnown(page, language);
    }
  },
);

/** Returns the ids of the cells with a remark of the course or a warning of tfjs. */
function cellsWithRemarks(page: Page): Promise<readonly string[]> {
  return page.$$eval('[data-cell]:has(.note-line, .text-level)', (cells) =>
    cells.map((each) => each.getAttribute('data-cell') ?? ''),
  );
}
