import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe objects to, each with the elements concerned. Sticky elements stand meanwhile where the text has them: axe measures
 * of a button only what shows, and whether a bar covers half of one depends on where the page happens to be scrolled to.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async (tags) => {
    const sticky = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    );
    const before = sticky.map(({ style }) => style.cssText);
    for (const { style } of sticky) style.cssText += '; position: relative; inset: auto';
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const results = await axe.run({ runOnly: { type: 'tag', values: tags } });
    sticky.forEach(({ style }, index) => {
      style.cssText = before[index] ?? '';
    });
    return results;
  }, rules);
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}
