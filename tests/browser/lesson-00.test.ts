import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, buttons, cell, readCell, runCell, status, writeCell } from '../support/lesson-page.ts';
import { siteTest } from '../support/site-test.ts';

const taken = (page: Page): Promise<string[]> =>
  page.$$eval('[data-step][data-taken]', (items) =>
    items.map((item) => item.getAttribute('data-step') ?? ''),
  );

siteTest.for([
  { language: 'es', path: '/es/lecciones/como-funciona-una-celda/', all: 'Los 6 pasos dados' },
  { language: 'en', path: '/en/lessons/how-a-cell-works/', all: 'All 6 steps taken' },
] as const)(
  'lesson 0 ticks off the learner’s first steps ($language)',
  async ({ language, path, all }, { open }) => {
    const { page } = await open(`${path}?backend=cpu`);
    const first = 'six-times-seven';
    const authored = await readCell(page, first);
    expect(await taken(page)).toEqual([]);

    await runCell(page, language, first);
    expect(await taken(page)).toEqual(['run']);
    await writeCell(page, first, authored.replace('6', '8'));
    await runCell(page, language, first);
    expect(await cell(page, first).locator('[data-output=value]').innerText()).toBe('56');
    expect(await taken(page)).toEqual(['run', 'edit']);

    await page.keyboard.press('ControlOrMeta+z');
    await writeCell(page, first, authored.replace('rows * seats', 'rows * '));
    await runCell(page, language, first, 'failed');
    expect(await taken(page)).toEqual(['run', 'edit', 'break']);
    await cell(page, first).locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await runCell(page, language, first);
    expect(await taken(page)).toEqual(['run', 'edit', 'break', 'undo']);

    const slow = 'take-your-time';
    await (await button(cell(page, slow), buttons[language].run)).click();
    await cell(page, slow).locator('[data-output]').first().waitFor();
    await (await button(cell(page, slow), buttons[language].stop)).click();
    await status(page, slow, 'stopped');
    await runCell(page, language, 'still-there');
    expect(await page.locator('[data-notices]').innerText()).toBe('');

    await writeCell(page, first, authored.replace('7', '9'));
    await (await button(cell(page, first), buttons[language].reset)).click();
    expect(await readCell(page, first)).toBe(authored);
    expect(await taken(page)).toEqual(['run', 'edit', 'break', 'undo', 'stop', 'reset']);
    expect(await page.locator('[data-steps-said]').innerText()).toContain(all);
  },
);
