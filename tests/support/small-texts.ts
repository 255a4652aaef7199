import type { Locator } from 'playwright-core';

/**
 * Returns the visible texts that are smaller than a size in CSS pixels. Drawings count with the size at which they are shown.
 * @param within the elements to check
 */
export function smallTexts(within: Locator, smallest: number): Promise<readonly string[]> {
  return within.evaluate((root, limit) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (
        parent === null ||
        text === '' ||
        parent.closest('script, style, noscript, template, .visually-hidden')
      )
        continue;
      if (!parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
      const matrix = parent instanceof SVGGraphicsElement ? parent.getScreenCTM() : null;
      // Labels can be rotated.
      const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < limit - 0.05)
        found.push(`${size} px: ${text.slice(0, 40)} (${parent.outerHTML.slice(0, 60)})`);
    }
    return found;
  }, smallest);
}
