import { describe, expect } from 'vitest';
import { violations } from '../support/axe.ts';
import { siteTest } from '../support/site-test.ts';

describe('a term in a lesson', () => {
  siteTest(
    'opens its definition in place by keyboard; Esc closes it and keeps the focus',
    async ({ openEngine }) => {
      const { page } = await openEngine('es');
      const word = page.getByRole('button', { name: 'peso', exact: true });
      const card = page.locator('.term-card', { hasText: 'Los números de una red' });
      expect(await card.isVisible()).toBe(false);
      await word.focus();
      await page.keyboard.press('Enter');
      expect(await card.isVisible()).toBe(true);
      // Both boxes are read in one call, because the page may be scrolling.
      const distance = await card.evaluate((open) => {
        const [at, of] = [open, open.previousElementSibling ?? open].map((each) =>
          each.getBoundingClientRect(),
        );
        if (at === undefined || of === undefined) return Number.NaN;
        return Math.min(Math.abs(at.top - of.bottom), Math.abs(of.top - at.bottom));
      });
      expect(distance).toBeLessThan(30);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Tab');
      expect(await card.getByRole('link').evaluate((link) => link === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await card.isVisible()).toBe(false);
      expect(await word.evaluate((button) => button === document.activeElement)).toBe(true);
    },
  );

  siteTest(
    'opens its definition by touch on a phone, within the page’s width, with a link to the glossary',
    async ({ openEngine }) => {
      const { page } = await openEngine('en', { viewport: { width: 390, height: 800 }, hasTouch: true });
      for (const name of ['weight', 'epoch', 'softmax']) {
        await page.getByRole('button', { name, exact: true }).tap();
        const card = page.locator('.term-card:popover-open');
        expect(await card.count(), name).toBe(1);
        const box = await card.boundingBox();
        expect(box?.x, name).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(390);
      }
      await page.locator('.term-card:popover-open').getByRole('link').tap();
      await page.waitForURL('**/en/glossary/#softmax');
      expect(await page.locator('#softmax').innerText()).toContain('probabilities');
    },
  );

  siteTest('does so without JavaScript', async ({ openEngine }) => {
    const { page } = await openEngine('en', { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'epoch', exact: true }).click();
    expect(await page.locator('.term-card', { hasText: 'One full pass' }).isVisible()).toBe(true);
  });
});
