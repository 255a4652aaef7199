import type { PhotoClassFiles } from '../../protocol/requests.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountPart } from '../mount-part.ts';

/**
 * The page's section of the learner's own classes, brought to life as it comes into sight, or when a cell first asks.
 * @returns what a cell gets of them; nothing on a page without the section
 */
export function findPhotoClasses(
  root: Document,
  lesson: string,
  language: Language,
): () => Promise<readonly PhotoClassFiles[]> {
  const section = root.querySelector<HTMLElement>('[data-photo-classes]');
  if (section === null) return async () => [];
  const names: unknown = JSON.parse(section.dataset['names'] ?? '[]');
  const open = once(async () => {
    const { openPhotoClasses, mountPhotoClasses } = await loadPart(() => import('./photo-classes-panel.ts'));
    const classes = await openPhotoClasses(lesson, Array.isArray(names) ? names.map(String) : []);
    mountPhotoClasses(section, classes, language);
    return classes;
  });
  const observer = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    mountPart(section, open);
  });
  observer.observe(section);
  return async () => (await open()).files();
}
