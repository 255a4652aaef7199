import type { Photos } from '../../host/photos.ts';
import { once } from '../../shared/once.ts';

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
