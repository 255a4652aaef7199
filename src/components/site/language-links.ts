import { carryPlace, placeBeingRead } from './reading-place.ts';
import { keepChoice } from './stored-choice.ts';

/**
 * Makes every language link remember the choice and open the other language where the reader is, to the line. Headings have
 * their own ids in each language, which `data-anchors` translates; any other anchor (a cell's, say) is the same in both.
 */
export function startLanguageLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => {
      keepChoice('deshielo:language', link.getAttribute('data-language'));
      const place = placeBeingRead();
      const here = place?.anchor ?? decodeURIComponent(location.hash.slice(1));
      const anchors: Record<string, string> = JSON.parse(link.getAttribute('data-anchors') ?? '{}');
      const there = anchors[here] ?? here;
      link.hash = there;
      if (place !== null) carryPlace({ ...place, anchor: there });
    });
  }
}
