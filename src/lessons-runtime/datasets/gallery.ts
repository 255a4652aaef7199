import type { Gallery, GalleryPhoto } from './gallery-photo.ts';

export type { Bilingual, Gallery, GalleryPhoto, ImageNetClass, PhotoOrigin } from './gallery-photo.ts';
export { parseGallery } from './parse-gallery.ts';

/** Looks a photo up by its id; undefined when the gallery has none of that name. */
export function findPhoto(gallery: Gallery, id: string): GalleryPhoto | undefined {
  return gallery.photos.find((photo) => photo.id === id);
}
