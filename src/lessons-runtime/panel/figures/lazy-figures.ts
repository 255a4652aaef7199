import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { mountWhenVisible } from '../dom/mount-when-visible.ts';

/** Makes the page's figures interactive when they become visible. */
export function mountLazyFigures(root: Document, language: Language): void {
  for (const figure of root.querySelectorAll<HTMLElement>('[data-figure]'))
    mountWhenVisible([figure], async () => {
      const { mountFigure } = await loadPart(() => import('./mount-figure.ts'));
      mountFigure(figure, language);
    });
}
