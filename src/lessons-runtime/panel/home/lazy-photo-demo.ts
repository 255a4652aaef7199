import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountPart } from '../dom/mount-part.ts';
import { onFilesDropped } from '../dom/on-files-dropped.ts';
import type { PhotoDemo } from './photo-demo.ts';

/** Mounts the demo of the home page, which is loaded when the visitor first chooses a photo. */
export function mountLazyPhotoDemo(section: HTMLElement, language: Language): void {
  let isOpen = false;
  const open = once(async () => {
    const { createPhotoDemo } = await loadPart(() => import('./photo-demo.ts'));
    const demo = createPhotoDemo(section, language);
    isOpen = true;
    return demo;
  });
  const use = (act: (demo: PhotoDemo) => void) => mountPart(section, async () => act(await open()));
  const chooseFile = (file: File | undefined) => {
    if (file !== undefined) use((demo) => demo.chooseFile(file));
  };

  section.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    chooseFile(target.files?.[0]);
    // Allows the same file to be chosen again.
    target.value = '';
  });
  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    if (button.dataset['sample'] !== undefined) use((demo) => demo.chooseSample(button));
    // The camera's own listeners exist once the demo is open.
    else if (button.dataset['action'] === 'camera' && !isOpen) use(() => button.click());
  });
  onFilesDropped(section, ([file]) => chooseFile(file));
}
