import { mountPart } from './panel/dom/mount-part.ts';
import { loadPart } from './shared/load-part.ts';

/**
 * Hydrates the page that shows a learner's progress.
 *
 * @param root the element `[data-progress]`
 */
export function mountProgressPage(root: HTMLElement): void {
  mountPart(root, async () => {
    const { mountProgress } = await loadPart(() => import('./panel/progress-page/mount-progress.ts'));
    await mountProgress(root);
  });
}
