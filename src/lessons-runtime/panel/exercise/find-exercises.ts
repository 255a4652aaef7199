import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { onVisible } from '../dom/on-visible.ts';
import { mountPart } from '../mount-part.ts';
import type { createExercises } from './exercises.ts';

/**
 * The page's exercises, brought to life as each comes near.
 * @param keep brings up what keeps the code: what is checked is the code that is kept
 * @returns where they are
 */
export function findExercises(
  root: Document,
  keep: () => Promise<void>,
  parts: Parameters<typeof createExercises>[0],
): readonly HTMLElement[] {
  const sections = [...root.querySelectorAll<HTMLElement>('[data-exercise]')];
  const open = once(async () => {
    await keep();
    const { createExercises } = await loadPart(() => import('./exercises.ts'));
    return createExercises(parts);
  });
  for (const section of sections) {
    onVisible(section, () => mountPart(section, async () => (await open()).mount(section)));
  }
  return sections;
}
