import type { PhotoDemo } from './panel/home/photo-demo.ts';
import { hasRecord } from './shared/has-record.ts';
import { languageOf } from './shared/language.ts';
import { loadPart, PartFailure } from './shared/load-part.ts';

/**
 * Hydrates the home page. What answers about a photo is loaded when the visitor chooses one.
 *
 * It shares no modules with the first scripts of lessons but those that every page loads: each other one would be split from
 * them into a file of its own.
 */
export function mountHomePage(root: Document): void {
  const language = languageOf(root.documentElement);
  const section = root.querySelector<HTMLElement>('[data-photo-demo]');
  if (section !== null) mountDemo(section);
  // Progress is less urgent than the page itself, which is complete without it.
  addEventListener('load', () => setTimeout(() => void showProgress().catch(() => {})), { once: true });

  function mountDemo(demo: HTMLElement): void {
    let isOpen = false;
    let opening: Promise<PhotoDemo> | null = null;

    async function open(): Promise<PhotoDemo> {
      const { createPhotoDemo } = await loadPart(() => import('./panel/home/photo-demo.ts'));
      isOpen = true;
      return createPhotoDemo(demo, language);
    }

    async function use(act: (opened: PhotoDemo) => void): Promise<void> {
      try {
        opening ??= open();
        act(await opening);
      } catch (error) {
        if (!(error instanceof PartFailure)) throw error;
        // The next choice tries again.
        opening = null;
        const trouble = demo.querySelector<HTMLElement>('[data-photo-trouble]');
        if (trouble !== null) trouble.textContent = trouble.dataset['failed'] ?? '';
      }
    }

    function chooseFile(file: File | undefined): void {
      if (file !== undefined) void use((opened) => opened.chooseFile(file));
    }

    demo.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      chooseFile(target.files?.[0]);
      // Allows the same file to be chosen again.
      target.value = '';
    });
    demo.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button?.dataset['sample'] !== undefined) void use((opened) => opened.chooseSample(button));
      // The camera's own listeners exist once the demo is open.
      else if (button?.dataset['action'] === 'camera' && !isOpen) void use(() => button.click());
    });
    for (const type of ['dragover', 'dragleave', 'drop'] as const) {
      demo.addEventListener(type, (event) => {
        event.preventDefault();
        demo.classList.toggle('drop', type === 'dragover');
        if (type === 'drop') chooseFile(event.dataTransfer?.files[0]);
      });
    }
  }

  async function showProgress(): Promise<void> {
    if (!(await hasRecord())) return;
    const { showLessonProgress } = await loadPart(() => import('./panel/home/show-lesson-progress.ts'));
    await showLessonProgress(root);
  }
}
