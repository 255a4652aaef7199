import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { setTestFont, sidewaysOverflow } from '../support/fonts.ts';
import { cell, runAll, runCell, writeCell } from '../support/lesson-page.ts';
import { openProgress } from '../support/progress-page.ts';
import { siteTest } from '../support/site-test.ts';

siteTest.for([
  ['es', 'light'],
  ['en', 'dark'],
] as const)(
  'a lesson with outputs, an error and an editor has no axe violation and fits 320 px in any font (%s, %s)',
  async ([language, colorScheme], { openEngine }) => {
    const { page } = await openEngine(language, {
      // The page's policy does not allow the tests' fonts.
      bypassCSP: true,
      colorScheme,
      // The width of a page of 1280 px at 400 %.
      viewport: { width: 320, height: 640 },
    });
    await runAll(page, language);
    await writeCell(
      page,
      'second',
      "const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] }); console.log('a'); console.warn('b'); display(tf.ones([2, 2]), net); nothing;",
    );
    await runCell(page, language, 'second', 'failed');
    await cell(page, 'fifth').locator('svg').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toEqual([]);
    for (const font of ['narrow', 'wide'] as const) {
      await setTestFont(page, font);
      expect(await sidewaysOverflow(page), `in a ${font} font`).toEqual([]);
    }
  },
);

siteTest(
  'axe does not report a button that the sticky bar covers in part as too small',
  async ({ openEngine }) => {
    const { page } = await openEngine('en', { viewport: { width: 1280, height: 700 } });
    const run = cell(page, 'third').locator('[data-action=run]');
    await run.evaluate((button) => scrollTo(0, scrollY + button.getBoundingClientRect().top));
    // The bar sticks to the top of the window, over the button.
    await run.evaluate((button) => {
      const bar = document.querySelector('.lesson-bar')?.getBoundingClientRect();
      scrollBy(0, button.getBoundingClientRect().bottom - (bar?.bottom ?? 0) - 2);
    });
    expect(await violations(page)).toEqual([]);
  },
);

/** Describes the focused element: whether its focus ring is visible, and whether it is in view and uncovered. */
function focusOn(page: Page) {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    // The focus ring of a field for files or photos is around its label.
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

siteTest.for([
  ['/en/', 10],
  ['/es/progreso/', 15],
  ['/en/lessons/transfer-learning/', 60],
] as const)(
  '%s can be navigated by keyboard: each focused element is visible and can be left',
  async ([path, stops], { open }) => {
    const { page } = await open(path, { reducedMotion: 'reduce' });
    if (path.includes('progres')) await openProgress(page, 'es');
    const faults: unknown[] = [];
    let count = 0;
    for (; count < 400; count += 1) {
      await page.keyboard.press('Tab');
      const focus = await focusOn(page);
      if (focus === null) break;
      if (!focus.isSeen || !focus.isInSight || !focus.isUncovered) faults.push(focus);
      // In the editor, Tab indents until Esc is pressed.
      if (focus.isEditor) {
        await page.locator(':focus.cm-content').waitFor();
        await page.keyboard.press('Escape');
      }
    }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(stops);
    expect(count).toBeLessThan(400);
  },
);
