import { findPhoto, type Gallery, parseGallery } from '../datasets/gallery.ts';
import type { Language } from '../shared/language.ts';
import { once } from '../shared/once.ts';
import { FetchFailure, fetchBytes } from './fetch-bytes.ts';
import { drawUpright } from './upright-photo.ts';

/** A photo for a cell: upright pixels, no side longer than `longestSide`. */
interface DecodedPhoto {
  readonly bitmap: ImageBitmap;
  /** The title of a photo of the gallery in the page's language, or the name of the learner's file. */
  readonly name: string;
}

/** The learner's choice: a photo of the gallery, or a file of theirs. */
export type PhotoChoice =
  | { readonly kind: 'gallery'; readonly id: string }
  | { readonly kind: 'own'; readonly blob: Blob; readonly name: string };

/** The size of a photo in pixels, after and before it was scaled down. */
export interface PhotoSize {
  readonly width: number;
  readonly height: number;
  readonly originalWidth: number;
  readonly originalHeight: number;
}

/** In pixels. The course's networks take 224 pixels; four times that is enough to view the photo. */
export const longestSide = 1024;

/** The photos that cells can request. Nothing leaves the device: the learner's photos stay in this page's memory. */
export interface Photos {
  /** Downloads the list of the gallery once. @throws {FetchFailure} */
  gallery(): Promise<Gallery>;
  /**
   * Stores the choice if it can be read. Returns `null` if another choice was made in the meantime, which then stays.
   *
   * @throws {FetchFailure} if the photo cannot be read; the previous choice stays
   */
  choose(choice: PhotoChoice): Promise<PhotoSize | null>;
  /** Returns the chosen photo as a new bitmap, which the caller may transfer. @throws {FetchFailure} */
  chosen(): Promise<DecodedPhoto>;
  /** Returns a photo of the gallery as a new bitmap. @throws {FetchFailure} */
  fromGallery(id: string): Promise<DecodedPhoto>;
}

/**
 * @param language the language of the titles of the gallery's photos
 * @param galleryUrl the folder of the gallery, ending in a slash
 * @param first returns the id of the gallery photo that is chosen until the learner chooses another
 */
export function createPhotos(language: Language, galleryUrl: string, first: () => string | null): Photos {
  let choice: { readonly blob: Blob; readonly name: string } | null = null;
  let lastChoice = 0;

  const gallery = once(async (): Promise<Gallery> => {
    const bytes = await fetchBytes(`${galleryUrl}gallery.json`, { subject: 'gallery.json' });
    try {
      return parseGallery(JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      throw new FetchFailure({ code: 'file-corrupt', subject: 'gallery.json' });
    }
  });

  async function galleryFile(id: string): Promise<{ readonly blob: Blob; readonly name: string }> {
    const photo = findPhoto(await gallery(), id);
    if (photo === undefined) throw new FetchFailure({ code: 'photo-unknown', subject: id });
    const bytes = await fetchBytes(galleryUrl + photo.file, { subject: photo.file });
    return { blob: new Blob([bytes], { type: 'image/jpeg' }), name: photo.title[language] };
  }

  return {
    gallery,
    async choose(next) {
      const number = ++lastChoice;
      const file = next.kind === 'gallery' ? await galleryFile(next.id) : next;
      const { canvas, original } = await drawUpright(file.blob, file.name, longestSide);
      const { width, height } = canvas;
      if (number !== lastChoice) return null;
      choice = file;
      return { width, height, originalWidth: original.width, originalHeight: original.height };
    },
    async chosen() {
      const firstId = choice === null ? first() : null;
      const fallback = firstId === null ? null : await galleryFile(firstId);
      // The learner may have chosen a photo while the first one was being downloaded.
      choice ??= fallback;
      if (choice === null) throw new FetchFailure({ code: 'no-photo', subject: '' });
      const { blob, name } = choice;
      return { bitmap: await decode(blob, name), name };
    },
    async fromGallery(id) {
      const { blob, name } = await galleryFile(id);
      return { bitmap: await decode(blob, name), name };
    },
  };
}

/** Decodes a photo into a new bitmap for each request, because bitmaps are transferred. */
async function decode(blob: Blob, name: string): Promise<ImageBitmap> {
  return (await drawUpright(blob, name, longestSide)).canvas.transferToImageBitmap();
}
