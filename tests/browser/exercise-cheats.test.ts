import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cheatsOnAModel, cheatsOnANumber } from '../support/attacks/grader.ts';
import { launchBrowser, openPage, type SitePage } from '../support/browser.ts';
import { check, comeTo, writeExercise } from '../support/exercise-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  {
    id: 'count-seats',
    path: '/en/lessons/how-a-cell-works/',
    cheats: cheatsOnANumber,
    right: 'const total = rows * seats;',
  },
  {
    id: 'freeze-base',
    path: '/en/lessons/transfer-learning/',
    cheats: cheatsOnAModel,
    right:
      "import { iconNet } from 'deshielo';\nconst base = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });\nbase.trainable = false;",
  },
])('the check of $id is not taken in by', ({ id, path, cheats, right }) => {
  let site: SitePage;

  beforeAll(async () => {
    site = await openPage(browser, `${path}?backend=wasm`);
    await comeTo(site.page, id);
  });
  afterAll(() => site.close());

  it.each(cheats)('$name', async ({ code }) => {
    await writeExercise(site.page, id, code);
    const { verdict, says, kind } = await check(site.page, id);
    expect({ verdict, kind }, says).toEqual({ verdict: 'incorrect', kind: 'incorrect' });
  });

  it('and still knows a right answer', async () => {
    await writeExercise(site.page, id, right);
    expect(await check(site.page, id)).toMatchObject({ verdict: 'correct', kind: 'correct' });
  });
});
