import type { PhotoClasses } from '../../host/photo-classes.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { mountWhenVisible } from '../dom/mount-when-visible.ts';

/**
 * Mounts the section of the learner's own photo classes when it becomes visible, or when a cell first requests them.
 * @returns opens the classes; `null` on a page without the section
 */
export function mountLazyPhotoClasses(
  root: Document,
  lesson: string,
  language: Language,
): () => Promise<PhotoClasses | null> {
  const section = root.querySelector<HTMLElement>('[data-photo-classes]');
  if (section === null) return async () => null;
  const names: unknown = JSON.parse(section.dataset['names'] ?? '[]');
  const open = once(async () => {
    const { openPhotoClasses, mountPhotoClasses } = await loadPart(() => import('./photo-classes-panel.ts'));
    const classes = await openPhotoClasses(lesson, Array.isArray(names) ? names.map(String) : []);
    mountPhotoClasses(section, classes, language);
    return classes;
  });
  mountWhenVisible([section], open);
  return open;
}
