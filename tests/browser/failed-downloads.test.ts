import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { SitePage } from '../support/browser.ts';
import { comeTo, exercise } from '../support/exercise-page.ts';
import { cell, readCell, runCell, writeCell } from '../support/lesson-page.ts';
import { progressPath } from '../support/progress-page.ts';
import { siteTest } from '../support/site-test.ts';

const lesson = '/en/lessons/how-a-cell-works/';
const withClasses = '/en/lessons/your-own-problem/';
/** More often than the loader tries by itself. */
const always = Number.POSITIVE_INFINITY;

/** Lets the server fail for the first requests of each of these scripts. @returns a function that ends it */
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

interface FailingPage extends SitePage {
  /** Lets the server answer all requests again. */
  repair(): Promise<void>;
}

const failingTest = siteTest.extend<{
  /** Opens a page of the site; `failFirst` describes how requests of its scripts fail. */
  openFailing(path: string, names: readonly string[], times: number, status?: number): Promise<FailingPage>;
}>({
  async openFailing({ open }, use) {
    await use(async (path, names, times, status) => {
      const opened = await open('/404.html', { expectedErrors: /^Failed to load resource/ });
      const repair = await failFirst(opened.page, names, times, status);
      await opened.page.goto(opened.site + path);
      return { ...opened, repair };
    });
  },
});

const notice = (page: Page, place: string) => page.locator(`${place} [data-part-failed]`);
const quiz = '[data-quiz="first-cells"]';

describe('a script that fails once is loaded without an action of the learner', () => {
  failingTest(
    'of exercises, quizzes, the editor, the engine and its wasm, and charts',
    async ({ openFailing }) => {
      const { page } = await openFailing(
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
    },
  );

  failingTest('of the page of progress', async ({ openFailing }) => {
    const { page } = await openFailing(progressPath.en, ['mount-progress', 'record'], 1);
    await page.locator('[data-progress][data-mounted]').waitFor({ timeout: 15_000 });
  });

  failingTest('of photo classes', async ({ openFailing }) => {
    const { page } = await openFailing(withClasses, ['photo-classes-panel'], 1);
    await page.locator('[data-photo-classes]').scrollIntoViewIfNeeded();
    await page.locator('[data-photo-classes] [data-class]').first().waitFor({ timeout: 15_000 });
  });
});

describe('a script that keeps failing is reported at its place and in a live region, and can be loaded again there', () => {
  failingTest('in a lesson, where one press loads every part', async ({ openFailing }) => {
    const { page, repair } = await openFailing(
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

    // The first quiz loads the script that saves.
    const bar = page.locator('[data-notices]');
    await bar.getByText('for now, nothing is saved').waitFor();

    await repair();
    await inCell.getByRole('button', { name: 'Try again' }).click();
    await cell(page, 'six-times-seven').locator('.cm-editor').waitFor();
    await comeTo(page, 'count-seats');
    await page.locator(`${quiz} [data-live]`).first().waitFor();
    await expect.poll(() => page.locator('[data-part-failed]').count()).toBe(0);
    expect(await readCell(page, 'six-times-seven')).toContain('rows * seats');
    await writeCell(page, 'six-times-seven', '7');
    await bar.getByText('Your work is being saved now').waitFor();
  });

  failingTest('on the page of progress', async ({ openFailing }) => {
    const { page, repair } = await openFailing(progressPath.es, ['mount-progress'], always);
    const shown = notice(page, '[data-progress]');
    await shown.waitFor();
    expect(await shown.innerText()).toContain('No se pudo descargar');
    await repair();
    await shown.getByRole('button', { name: 'Reintentar' }).click();
    await page.locator('[data-progress][data-mounted]').waitFor();
    expect(await shown.count()).toBe(0);
  });

  failingTest(
    'as an update of the course if the published page has other scripts',
    async ({ openFailing }) => {
      const { page } = await openFailing(lesson, ['exercises'], always, 404);
      await page.route(`**${lesson}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: (await response.text()).replaceAll('/_astro/', '/_astro/new-'),
        });
      });
      await exercise(page, 'count-seats').scrollIntoViewIfNeeded();
      const shown = notice(page, '[data-exercise="count-seats"]');
      await shown.waitFor();
      expect(await shown.innerText()).toContain('has been updated');
      await page.unrouteAll();
      await shown.getByRole('button', { name: 'Reload the page' }).click();
      await comeTo(page, 'count-seats');
    },
  );
});

failingTest(
  'a wasm file that cannot be downloaded is reported as such, and the next run loads it',
  async ({ openFailing }) => {
    const { page, repair } = await openFailing(`${lesson}?backend=wasm`, ['tfjs-backend-wasm*'], always, 503);
    await runCell(page, 'en', 'six-times-seven', 'failed');
    await page.getByRole('status').filter({ hasText: 'TensorFlow.js could not be loaded' }).waitFor();
    await repair();
    await runCell(page, 'en', 'six-times-seven');
    expect(await page.locator('[data-backend]').getAttribute('data-backend')).toBe('wasm');
  },
);
