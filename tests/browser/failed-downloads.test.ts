import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { comeTo, exercise } from '../support/exercise-page.ts';
import { cell, readCell, runCell, writeCell } from '../support/lesson-page.ts';
import { progressPath } from '../support/progress-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const lesson = '/en/lessons/how-a-cell-works/';
const withClasses = '/en/lessons/your-own-problem/';
/** More than the loader tries of its own accord. */
const always = Number.POSITIVE_INFINITY;

/** Lets a server fail for the first requests of each of these scripts. @returns ends it */
async function failFirst(
  page: Page,
  names: readonly string[],
  times: number,
  status = 500,
): Promise<() => Promise<void>> {
  const patterns = names.map((name) => `**/_astro/${name}.*`);
  for (const pattern of patterns) {
    let failed = 0;
    await page.route(pattern, async (route) => {
      failed += 1;
      if (failed <= times) await route.fulfill({ status, contentType: 'text/plain', body: '' });
      else await route.fallback();
    });
  }
  return async () => {
    for (const pattern of patterns) await page.unroute(pattern);
  };
}

/** A page of the site whose scripts fail as described from the start. */
async function openFailing(path: string, names: readonly string[], times: number, status?: number) {
  const opened = await openPage(browser, '/404.html');
  const mend = await failFirst(opened.page, names, times, status);
  await opened.page.goto(new URL(path, opened.page.url()).href);
  return { ...opened, mend };
}

const notice = (page: Page, place: string) => page.locator(`${place} [data-part-failed]`);
const quiz = '[data-quiz="first-cells"]';

describe('a script that fails once is had without the learner doing anything', () => {
  it('of exercises, quizzes, the editor, the engine and its wasm, and charts', async () => {
    const { page, close } = await openFailing(
      `${lesson}?backend=wasm`,
      [
        'exercises',
        'mount-quizzes',
        'mount-question',
        'create-editor',
        'start-engine',
        'kernel',
        'backend-wasm',
        'tfjs-backend-wasm*',
        'chart-figure',
        'draw-chart',
        'charts',
      ],
      1,
      503,
    );
    await page.locator(quiz).scrollIntoViewIfNeeded();
    await page.locator(`${quiz} [data-live]`).first().waitFor({ timeout: 15_000 });
    await comeTo(page, 'count-seats');
    await writeCell(
      page,
      'six-times-seven',
      "import * as tfvis from '@tensorflow/tfjs-vis';\nawait tfvis.render.barchart({ name: 'N' }, [{ index: 'a', value: 1 }]);",
    );
    await runCell(page, 'en', 'six-times-seven');
    expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe('wasm');
    await cell(page, 'six-times-seven').locator('svg.marks').waitFor({ timeout: 20_000 });
    await close();
  });

  it('of the page of progress', async () => {
    const { page, close } = await openFailing(progressPath.en, ['mount-progress', 'record'], 1);
    await page.locator('[data-progress][data-mounted]').waitFor({ timeout: 15_000 });
    await close();
  });

  it('of photo classes', async () => {
    const { page, close } = await openFailing(withClasses, ['photo-classes-panel'], 1);
    await page.locator('[data-photo-classes]').scrollIntoViewIfNeeded();
    await page.locator('[data-photo-classes] [data-class]').first().waitFor({ timeout: 15_000 });
    await close();
  });
});

describe('a script that keeps failing is told at its place, aloud too, and can be tried again there', () => {
  it('in a lesson: one press brings back every part', async () => {
    const { page, mend, close } = await openFailing(
      lesson,
      ['exercises', 'mount-quizzes', 'create-editor', 'progress-recorder'],
      always,
    );
    await page.locator(quiz).scrollIntoViewIfNeeded();
    await notice(page, quiz).waitFor();
    expect(await notice(page, quiz).innerText()).toContain('could not be downloaded');
    await expect
      .poll(() => page.locator('[data-part-live]').textContent())
      .toContain('could not be downloaded');
    await exercise(page, 'count-seats').scrollIntoViewIfNeeded();
    await notice(page, '[data-exercise="count-seats"]').waitFor();
    await cell(page, 'six-times-seven').locator('[data-code]').click();
    const inCell = notice(page, '[data-cell="six-times-seven"]');
    await inCell.waitFor();
    expect(await inCell.count()).toBe(1);

    // The first quiz brings up what saves; that it did not come is no fault of the browser's.
    const bar = page.locator('[data-notices]');
    await bar.getByText('for now, nothing is saved').waitFor();

    await mend();
    await inCell.getByRole('button', { name: 'Try again' }).click();
    await cell(page, 'six-times-seven').locator('.cm-editor').waitFor();
    await comeTo(page, 'count-seats');
    await page.locator(`${quiz} [data-live]`).first().waitFor();
    await expect.poll(() => page.locator('[data-part-failed]').count()).toBe(0);
    expect(await readCell(page, 'six-times-seven')).toContain('rows * seats');
    await writeCell(page, 'six-times-seven', '7');
    await bar.getByText('Your work is being saved now').waitFor();
    await close();
  });

  it('on the page of progress', async () => {
    const { page, mend, close } = await openFailing(progressPath.es, ['mount-progress'], always);
    const told = notice(page, '[data-progress]');
    await told.waitFor();
    expect(await told.innerText()).toContain('No se pudo descargar');
    await mend();
    await told.getByRole('button', { name: 'Reintentar' }).click();
    await page.locator('[data-progress][data-mounted]').waitFor();
    expect(await told.count()).toBe(0);
    await close();
  });

  it('as an update of the course where the page has other scripts by now', async () => {
    const { page, close } = await openFailing(lesson, ['exercises'], always, 404);
    await page.route(`**${lesson}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll('/_astro/', '/_astro/new-') });
    });
    await exercise(page, 'count-seats').scrollIntoViewIfNeeded();
    const told = notice(page, '[data-exercise="count-seats"]');
    await told.waitFor();
    expect(await told.innerText()).toContain('has been updated');
    await page.unrouteAll();
    await told.getByRole('button', { name: 'Reload the page' }).click();
    await comeTo(page, 'count-seats');
    await close();
  });
});

it('a wasm that cannot be downloaded is told as that, not as a missing ability, and the next run has it', async () => {
  const { page, mend, close } = await openFailing(
    `${lesson}?backend=wasm`,
    ['tfjs-backend-wasm*'],
    always,
    503,
  );
  await runCell(page, 'en', 'six-times-seven', 'failed');
  await page.getByRole('status').filter({ hasText: 'TensorFlow.js could not be loaded' }).waitFor();
  await mend();
  await runCell(page, 'en', 'six-times-seven');
  expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe('wasm');
  await close();
});
