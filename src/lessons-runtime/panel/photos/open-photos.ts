import type { Photos } from '../../host/photos.ts';
import { once } from '../../shared/once.ts';

/** The gallery photo that is marked in the page's picker; `null` where the learner's own is shown, or there is no picker. */
export function markedPhoto(root: Document): string | null {
  return root.querySelector<HTMLInputElement>('[data-photo-picker] :checked')?.value ?? null;
}

/** The photos that cells can ask for, their script loaded when one first does: many a lesson has none. */
export function openPhotos(create: () => Promise<Photos>): Photos {
  const load = once(create);
  return {
    gallery: async () => (await load()).gallery(),
    choose: async (choice) => (await load()).choose(choice),
    chosen: async () => (await load()).chosen(),
    fromGallery: async (id) => (await load()).fromGallery(id),
  };
}
