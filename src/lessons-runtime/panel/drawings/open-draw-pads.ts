import type { DrawnClass } from '../../protocol/strokes.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';

/**
 * Loads and mounts the draw pads of a page. A script of its own, because the first script of every lesson lists the files of each
 * part that it loads: this way it lists one.
 * @returns as `mountDrawPads`
 */
export async function openDrawPads(
  pads: readonly HTMLElement[],
  language: Language,
): Promise<() => readonly DrawnClass[]> {
  const { mountDrawPads } = await loadPart(() => import('./draw-pads.ts'));
  return mountDrawPads(pads, language);
}
