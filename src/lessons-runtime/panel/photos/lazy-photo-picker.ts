import type { Photos } from '../../host/photos.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountPart } from '../dom/mount-part.ts';
import { mountWhenVisible } from '../dom/mount-when-visible.ts';
import { onFilesDropped } from '../dom/on-files-dropped.ts';

/** Mounts the page's photo picker, if it has one, when it becomes visible or is first used. */
export function mountLazyPhotoPicker(root: Document, language: Language, photos: Photos): void {
  const section = root.querySelector<HTMLElement>('[data-photo-picker]');
  if (section === null) return;
  let isOpen = false;
  const open = once(async () => {
    const { createPhotoPicker } = await loadPart(() => import('./photo-picker.ts'));
    const picker = createPhotoPicker(section, language, photos);
    isOpen = true;
    return picker;
  });
  mountWhenVisible([section], open);

  section.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement)
      mountPart(section, async () => (await open()).chooseFromInput(target));
  });
  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
    if (button === null || isOpen) return;
    mountPart(section, async () => {
      await open();
      button.click();
    });
  });
  onFilesDropped(section, ([file]) => {
    if (file !== undefined) mountPart(section, async () => (await open()).chooseFile(file));
  });
}
