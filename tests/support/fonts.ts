import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);

/** Two faces that are as different in width as a reader's may be: a letter of the first takes twice the room of one of the second. */
export const testFonts = { wide: 'michroma', narrow: 'pt-sans-narrow' } as const;

/** WCAG 1.4.12: what a reader may set, and no text or control may be lost by. */
const textSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/**
 * Shows the whole page in a font that comes with the tests, with a reader's own text spacing, until the page is left. The
 * page's policy must be bypassed (`bypassCSP`).
 */
export async function setTestFont(page: Page, font: keyof typeof testFonts): Promise<void> {
  const name = testFonts[font];
  const file = resolve(`@fontsource/${name}/files/${name}-latin-400-normal.woff2`);
  const face = `@font-face { font-family: "test-${font}"; src: url(data:font/woff2;base64,${readFileSync(file).toString('base64')}); }`;
  await page.evaluate(() => document.querySelector('style[data-test-font]')?.remove());
  const style = await page.addStyleTag({
    content: `${face} * { font-family: "test-${font}" !important; } ${textSpacing}`,
  });
  await style.evaluate((element) => (element as Element).setAttribute('data-test-font', ''));
  // The face is loaded once something is drawn in it.
  await page.evaluate(async (family) => {
    await document.fonts.load(`1em ${family}`);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    if (!document.fonts.check(`1em ${family}`)) throw new Error(`${family} did not load`);
  }, `test-${font}`);
}

/** What reaches out of the page at its right, where the page can be scrolled sideways: nothing, or the elements that do. */
export function sidewaysOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('body *:not(.visually-hidden *)')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const innermost = outside.filter(
      (element) => !outside.some((other) => other !== element && element.contains(other)),
    );
    return [
      `${scrollWidth} px in ${clientWidth} px`,
      ...innermost.slice(0, 8).map((element) => element.outerHTML.slice(0, 160)),
    ];
  });
}
