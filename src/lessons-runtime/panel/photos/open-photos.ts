import { createPhotos, type Photos } from '../../host/photos.ts';
import { readKeptPhoto } from './kept-photo.ts';

/** Opens the photos of a lesson. The photo that the home page kept for the lesson is chosen, if there is one. */
export async function openPhotos(galleryUrl: string, first: () => string | null): Promise<Photos> {
  const photos = createPhotos(galleryUrl, first);
  const kept = readKeptPhoto();
  // A photo that cannot be read any more is not worth a message: the lesson then starts with a photo of the gallery.
  if (kept !== null) await photos.choose(kept).catch(() => null);
  return photos;
}
