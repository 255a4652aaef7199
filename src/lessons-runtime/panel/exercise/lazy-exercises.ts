import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountPart } from '../dom/mount-part.ts';
import { onVisible } from '../dom/on-visible.ts';
import type { createExercises } from './exercises.ts';

/**
 * Mounts each exercise of the page when it becomes visible.
 * @param openProgress opens the progress recorder, which restores the code that is to be checked
 * @returns the sections of the exercises
 */
export function mountLazyExercises(
  root: Document,
  openProgress: () => Promise<void>,
  dependencies: Parameters<typeof createExercises>[0],
): readonly HTMLElement[] {
  const sections = [...root.querySelectorAll<HTMLElement>('[data-exercise]')];
  const open = once(async () => {
    await openProgress();
    const { createExercises } = await loadPart(() => import('./exercises.ts'));
    return createExercises(dependencies);
  });
  for (const section of sections) {
    onVisible(section, () => mountPart(section, async () => (await open()).mount(section)));
  }
  return sections;
}
