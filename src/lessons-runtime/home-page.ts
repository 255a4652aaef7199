import { mountLazyPhotoDemo } from './panel/home/lazy-photo-demo.ts';
import { hasRecord } from './shared/has-record.ts';
import { languageOf } from './shared/language.ts';
import { loadPart } from './shared/load-part.ts';

/** Hydrates the home page. What answers about a photo is loaded when the visitor chooses one. */
export function mountHomePage(root: Document): void {
  const language = languageOf(root.documentElement);
  const demo = root.querySelector<HTMLElement>('[data-photo-demo]');
  if (demo !== null) mountLazyPhotoDemo(demo, language);
  // Progress is less urgent than the page itself, which is complete without it.
  addEventListener('load', () => setTimeout(() => void showProgress().catch(() => {})), { once: true });

  async function showProgress(): Promise<void> {
    if (!(await hasRecord())) return;
    const { showLessonProgress } = await loadPart(() => import('./panel/home/show-lesson-progress.ts'));
    await showLessonProgress(root, language);
  }
}
