import { loadPart } from '../../shared/load-part.ts';

/** Lets the picker have the photo of the last visit as its content before it is visible, so that the outputs are not stale. */
export async function restorePhoto(root: Document): Promise<void> {
  const picker = root.querySelector<HTMLElement>('[data-photo-picker]');
  if (picker === null) return;
  const before = picker.dataset['content'];
  try {
    const { contentOf, readLastPhoto } = await loadPart(() => import('./last-photo.ts'));
    const last = await readLastPhoto(root);
    // The learner may have chosen another one meanwhile.
    if (last !== null && picker.dataset['content'] === before)
      picker.dataset['content'] = contentOf(last.choice);
  } catch {
    // The picker is restored when it is visible.
  }
}
