import { createPhotos, type Photos } from '../../host/photos.ts';
import { readLastPhoto } from './last-photo.ts';

/** Opens the photos of a lesson. The photo that the learner chose last is chosen, if there is one. */
export async function openPhotos(root: Document, galleryUrl: string): Promise<Photos> {
  const photos = createPhotos(galleryUrl, () => selectedGalleryPhoto(root));
  const last = await readLastPhoto(root);
  // A photo that cannot be read any more is not worth a message: the lesson then starts with a photo of the gallery.
  if (last !== null) await photos.choose(last.choice).catch(() => null);
  return photos;
}

/**
 * Returns the id of the gallery photo that is selected in the page's picker; `null` if the learner's own photo is shown, or
 * if there is no picker.
 */
function selectedGalleryPhoto(root: Document): string | null {
  return root.querySelector<HTMLInputElement>('[data-photo-picker] :checked')?.value ?? null;
}
