import type { Photos } from '../../host/photos.ts';
import { once } from '../../shared/once.ts';

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
