import { keepChoice } from './stored-choice.ts';

/**
 * Makes every language link remember the choice and open the other language where the reader is. Headings have their
 * own ids in each language, which `data-anchors` translates; any other anchor (a cell, say) is the same in both.
 */
export function startLanguageLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => {
      keepChoice('deshielo:language', link.getAttribute('data-language'));
      const here = decodeURIComponent(location.hash.slice(1)) || sectionBeingRead();
      const anchors: Record<string, string> = JSON.parse(link.getAttribute('data-anchors') ?? '{}');
      link.hash = anchors[here] ?? here;
    });
  }
}

function sectionBeingRead(): string {
  const current = document.querySelector<HTMLAnchorElement>('[data-contents] [aria-current]');
  return current === null ? '' : decodeURIComponent(current.hash.slice(1));
}
