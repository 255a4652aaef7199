import type { Photos } from '../../host/photos.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { onVisible } from '../dom/on-visible.ts';
import { mountPart } from '../mount-part.ts';
import type { PanelWords } from '../words/panel-words.ts';

/** The page's photo picker, where it has one, brought to life as it comes into sight, or at the first choice in it. */
export function findPhotoPicker(root: Document, language: Language, words: PanelWords, photos: Photos): void {
  const section = root.querySelector<HTMLElement>('[data-photo-picker]');
  if (section === null) return;
  let isOpen = false;
  const open = once(async () => {
    const { createPhotoPicker } = await loadPart(() => import('./photo-picker.ts'));
    const picker = createPhotoPicker(section, language, words, photos);
    isOpen = true;
    return picker;
  });
  onVisible(section, () => mountPart(section, open));

  section.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) mountPart(section, async () => (await open()).chooseBy(target));
  });
  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
    if (button === null || isOpen) return;
    mountPart(section, async () => {
      await open();
      button.click();
    });
  });
  section.addEventListener('dragover', (event) => {
    event.preventDefault();
    section.classList.add('drop');
  });
  section.addEventListener('dragleave', () => section.classList.remove('drop'));
  section.addEventListener('drop', (event) => {
    event.preventDefault();
    section.classList.remove('drop');
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped !== undefined) mountPart(section, async () => (await open()).chooseFile(dropped));
  });
}
