import type { Gallery, GalleryPhoto } from './gallery-photo.ts';

export type { Bilingual, Gallery, GalleryPhoto, ImageNetClass, PhotoOrigin } from './gallery-photo.ts';
export { parseGallery } from './parse-gallery.ts';

/**
 * Looks a photo up by its id.
 * @throws RangeError naming the ids there are, when none has this one.
 */
export function findPhoto(gallery: Gallery, id: string): GalleryPhoto {
  const photo = gallery.photos.find((candidate) => candidate.id === id);
  if (photo !== undefined) return photo;
  const ids = gallery.photos.map((candidate) => candidate.id).join(', ');
  throw new RangeError(`${gallery.id} has no photo "${id}"; it has: ${ids}`);
}
