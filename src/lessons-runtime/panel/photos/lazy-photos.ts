import type { Photos } from '../../host/photos.ts';
import { once } from '../../shared/once.ts';

/**
 * Returns the id of the gallery photo that is selected in the page's picker; `null` if the learner's own photo is shown, or
 * if there is no picker.
 */
export function selectedGalleryPhoto(root: Document): string | null {
  return root.querySelector<HTMLInputElement>('[data-photo-picker] :checked')?.value ?? null;
}

/** Creates the photos that cells can request. `create` is called at the first request, because many lessons use no photos. */
export function createLazyPhotos(create: () => Promise<Photos>): Photos {
  const load = once(create);
  return {
    gallery: async () => (await load()).gallery(),
    choose: async (choice) => (await load()).choose(choice),
    chosen: async () => (await load()).chosen(),
    fromGallery: async (id) => (await load()).fromGallery(id),
  };
}
