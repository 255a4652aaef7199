import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Returns the axe violations, each with the selectors of its elements. Meanwhile sticky elements are not sticky: axe measures
 * only the visible part of a button, and whether a bar covers half of one depends on how far the page is scrolled.
 * @param within a selector of the parts to check
 */
export async function violations(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  // A transition to the colours of another scheme passes through colours with less contrast.
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
  const results = await page.evaluate(
    async ([tags, include]) => {
      const sticky = [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (element) => getComputedStyle(element).position === 'sticky',
      );
      const before = sticky.map(({ style }) => style.cssText);
      for (const { style } of sticky) style.cssText += '; position: relative; inset: auto';
      const { axe } = globalThis as unknown as { axe: Pick<typeof Axe, 'run'> };
      const results = await axe.run(include, { runOnly: { type: 'tag', values: [...tags] } });
      sticky.forEach(({ style }, index) => {
        style.cssText = before[index] ?? '';
      });
      return results;
    },
    [rules, within] as const,
  );
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}
