import { currentPlace, storePlace } from './reading-place.ts';
import { storeChoice } from './stored-choice.ts';

/**
 * Makes every language link store the choice and open the other language at the reader's place. `data-anchors` maps the ids
 * of headings, which differ between languages; other ids, such as those of cells, are the same in both.
 */
export function startLanguageLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => {
      storeChoice('deshielo:language', link.getAttribute('data-language'));
      const place = currentPlace();
      const here = place?.anchor ?? decodeURIComponent(location.hash.slice(1));
      const anchors: Record<string, string> = JSON.parse(link.getAttribute('data-anchors') ?? '{}');
      const there = anchors[here] ?? here;
      link.hash = there;
      if (place !== null) storePlace({ ...place, anchor: there });
    });
  }
}
