import { mountPart } from './panel/dom/mount-part.ts';
import { loadPart } from './shared/load-part.ts';

/** Brings the page of a learner's progress to life. @param root `[data-progress]` */
export function mountProgressPage(root: HTMLElement): void {
  mountPart(root, async () => {
    const { mountProgress } = await loadPart(() => import('./panel/progress-page/mount-progress.ts'));
    await mountProgress(root);
  });
}
