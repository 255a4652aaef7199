import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { cell, lessonPath, runAll, runCell, writeCell } from '../support/lesson-page.ts';
import { everyPage } from '../support/pages.ts';
import { openProgress } from '../support/progress-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const widths = [1280, 390] as const;
const schemes = ['light', 'dark'] as const;
describe.each(schemes)('in %s', (colorScheme) => {
  it.each(widths)('no page has an axe violation or scrolls sideways at %i px', async (width) => {
    const { page, close } = await openPage(browser, '/es/', {
      colorScheme,
      viewport: { width, height: 850 },
    });
    for (const path of everyPage) {
      await page.goto(new URL(path, page.url()).href);
      expect(await violations(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
    await close();
  });

  it.each(
    languages,
  )('a lesson that ran, with an error and an editor in it, has none either (%s)', async (language) => {
    const { page, close } = await openPage(browser, `${lessonPath[language]}?backend=wasm`, {
      colorScheme,
      // As wide as a page of 1280 px at 400 %.
      viewport: { width: 320, height: 640 },
    });
    await runAll(page, language);
    await writeCell(
      page,
      'training-time',
      "console.log('a'); console.warn('b'); display(tf.ones([2, 2]), model); nothing;",
    );
    await runCell(page, language, 'training-time', 'failed');
    await cell(page, 'top-k').locator('svg').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  });
});

it('no page scrolls sideways at 320 px, nor moves by itself or keeps its live regions out of the page', async () => {
  const { page, close } = await openPage(browser, '/es/', {
    reducedMotion: 'reduce',
    viewport: { width: 320, height: 640 },
  });
  for (const path of everyPage) {
    await page.goto(new URL(path, page.url()).href);
    const found = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      moving: document.getAnimations().length,
      scrolling: getComputedStyle(document.documentElement).scrollBehavior,
      unheard: [...document.querySelectorAll('[role=status], [aria-live]')]
        .filter((region) => !region.checkVisibility() && region.closest('[hidden]') === null)
        .map(({ outerHTML }) => outerHTML),
    }));
    expect(found, path).toEqual({ width: 320, moving: 0, scrolling: 'auto', unheard: [] });
  }
  await close();
});

/** Where the focus is: what it is on, and whether one sees that, all of it in sight and under nothing. */
function focusOn(page: Page) {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    // A field for files or a photo is a ring around its label.
    const shown = focused.matches('input') ? (focused.closest('label') ?? focused) : focused;
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const hasRing = (each: Element | null) =>
      each !== null && getComputedStyle(each).outlineStyle !== 'none' && !each.matches('.visually-hidden');
    const around = [focused, focused.nextElementSibling, ...ancestors(focused)];
    const over = document.elementFromPoint((left + right) / 2, Math.min((top + bottom) / 2, innerHeight - 1));
    return {
      what: `${focused.tagName} ${focused.className} ${focused.getAttribute('aria-label') ?? focused.textContent}`.slice(
        0,
        120,
      ),
      isEditor: focused.matches('[role=textbox]'),
      isSeen: around.some(hasRing),
      isInSight: top < innerHeight && bottom > 0,
      isUncovered: over !== null && (shown.contains(over) || over.contains(shown)),
    };

    function ancestors(element: Element): Element[] {
      const parent = element.parentElement;
      return parent === null ? [] : [parent, ...ancestors(parent)];
    }
  });
}

it.each([
  ['/en/', 10],
  ['/es/progreso/', 15],
  ['/en/lessons/transfer-learning/', 60],
] as const)('%s can be gone through by keyboard: each stop is seen, and there is a way out of each', async (path, stops) => {
  const { page, close } = await openPage(browser, path, { reducedMotion: 'reduce' });
  if (path.includes('progres')) await openProgress(page, 'es');
  const faults: unknown[] = [];
  let count = 0;
  for (; count < 400; count += 1) {
    await page.keyboard.press('Tab');
    const focus = await focusOn(page);
    if (focus === null) break;
    if (!focus.isSeen || !focus.isInSight || !focus.isUncovered) faults.push(focus);
    // The editor says so: Tab indents there until Esc was pressed.
    if (focus.isEditor) {
      await page.locator(':focus.cm-content').waitFor();
      await page.keyboard.press('Escape');
    }
  }
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(stops);
  expect(count).toBeLessThan(400);
  await close();
});
