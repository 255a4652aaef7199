import { expect } from 'vitest';
import { runAll } from '../support/lesson-page.ts';
import { lessonsOnWebgl } from '../support/lessons.ts';
import { expectPretrained } from '../support/pretrained-lesson.ts';
import { siteTest } from '../support/site-test.ts';

/** Without a graphics processor WebGL runs in software, in which training takes a hundred times as long. */
const trains: readonly string[] = ['03-transfer', '04-finetuning', '05-your-own-problem'];

siteTest.for(lessonsOnWebgl.filter(({ folder }) => !trains.includes(folder)))(
  '$folder runs from top to bottom on WebGL ($language)',
  { timeout: 600_000 },
  async ({ folder, language, path }, { open }) => {
    const { page } = await open(`${path}?backend=webgl`);
    const statuses = await runAll(page, language, 580_000);
    expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe('webgl');
    expect(new Set(Object.values(statuses)), JSON.stringify(statuses)).toEqual(new Set(['done']));
    if (folder === '01-pretrained') await expectPretrained(page, language);
  },
);
