import type { Gallery, GalleryPhoto } from './gallery-photo.ts';

export type { Gallery, GalleryPhoto, ImageNetClass, LocalizedText, PhotoOrigin } from './gallery-photo.ts';
export { parseGallery } from './parse-gallery.ts';

/** Returns the photo with an id; undefined if there is none. */
export function findPhoto(gallery: Gallery, id: string): GalleryPhoto | undefined {
  return gallery.photos.find((photo) => photo.id === id);
}
