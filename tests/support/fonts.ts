import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);

/** Two fonts that differ in width as much as readers' fonts may: a letter of the first is twice as wide as one of the second. */
export const testFonts = { wide: 'michroma', narrow: 'pt-sans-narrow' } as const;

/** WCAG 1.4.12: a reader may set this spacing without a loss of text or controls. */
const textSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/**
 * Shows the page in a font of the tests, with the text spacing of WCAG 1.4.12, until the page is left. Needs a page whose
 * policy is bypassed (`bypassCSP`).
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
  // A font is loaded once text is drawn in it.
  await page.evaluate(async (family) => {
    await document.fonts.load(`1em ${family}`);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    if (!document.fonts.check(`1em ${family}`)) throw new Error(`${family} did not load`);
  }, `test-${font}`);
}

/** Returns the widths and the overflowing elements if the page can be scrolled sideways, else an empty list. */
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
