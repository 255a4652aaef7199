import type { DrawnClass } from '../../protocol/strokes.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountWhenVisible } from '../dom/mount-when-visible.ts';

/**
 * Mounts the page's draw pads when the first becomes visible, or when a cell first requests the drawings.
 * @param openProgress opens the progress recorder, which reports drawings that cannot be stored
 * @returns loads the classes of the pads for a cell; none on a page without a pad
 */
export function mountLazyDrawPads(
  root: Document,
  language: Language,
  openProgress: () => void,
): () => Promise<readonly DrawnClass[]> {
  const pads = root.querySelectorAll<HTMLElement>('[data-draw-pad]');
  const open = once(async () => {
    openProgress();
    const { openDrawPads } = await loadPart(() => import('./open-draw-pads.ts'));
    return openDrawPads([...pads], language);
  });
  mountWhenVisible(pads, open);
  return async () => (await open())();
}
