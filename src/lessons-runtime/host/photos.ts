import { findPhoto, type Gallery, parseGallery } from '../datasets/gallery.ts';
import { once } from '../shared/once.ts';
import { FetchFailure, fetchBytes } from './fetch-bytes.ts';
import { drawUpright } from './upright-photo.ts';

/** A photo as a cell gets it: pixels, upright, at most `longestSide` long. */
export interface DecodedPhoto {
  readonly bitmap: ImageBitmap;
  readonly name: string;
}

/** What the learner picked. */
export type PhotoChoice =
  | { readonly kind: 'gallery'; readonly id: string }
  | { readonly kind: 'own'; readonly blob: Blob; readonly name: string };

/** A learner's photo as it arrived, and what it was scaled to. */
export interface PhotoSize {
  readonly width: number;
  readonly height: number;
  readonly originalWidth: number;
  readonly originalHeight: number;
}

/** Networks of this course see 224 pixels; four times that leaves room to look at the photo. */
export const longestSide = 1024;

/** The photos that cells can ask for. Nothing leaves the device: own photos live in this page's memory. */
export interface Photos {
  gallery(): Promise<Gallery>;
  /**
   * Remembers the choice, after it could be read; `null` where another was made in the meantime, which then holds.
   * @throws {FetchFailure} and keeps the earlier choice
   */
  choose(choice: PhotoChoice): Promise<PhotoSize | null>;
  /** A fresh copy, to be given away. @throws {FetchFailure} */
  chosen(): Promise<DecodedPhoto>;
  fromGallery(id: string): Promise<DecodedPhoto>;
}

/** @param first names the gallery photo that is chosen until the learner chooses another */
export function createPhotos(galleryUrl: string, first: () => string | null): Photos {
  let choice: { readonly blob: Blob; readonly name: string } | null = null;
  let choosing = 0;

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
    return { blob: new Blob([bytes], { type: 'image/jpeg' }), name: id };
  }

  return {
    gallery,
    async choose(next) {
      const mine = ++choosing;
      const file = next.kind === 'gallery' ? await galleryFile(next.id) : next;
      const { canvas, original } = await drawUpright(file.blob, file.name, longestSide);
      const { width, height } = canvas;
      if (mine !== choosing) return null;
      choice = file;
      return { width, height, originalWidth: original.width, originalHeight: original.height };
    },
    async chosen() {
      const marked = choice === null ? first() : null;
      const fallback = marked === null ? null : await galleryFile(marked);
      // The learner may have chosen while the first one was on its way.
      choice ??= fallback;
      if (choice === null) throw new FetchFailure({ code: 'no-photo', subject: '' });
      const { blob, name } = choice;
      return { bitmap: await decode(blob, name), name };
    },
    async fromGallery(id) {
      const file = await galleryFile(id);
      return { bitmap: await decode(file.blob, id), name: id };
    },
  };
}

/** A bitmap of its own for each cell that asks: it is given away. */
async function decode(blob: Blob, name: string): Promise<ImageBitmap> {
  return (await drawUpright(blob, name, longestSide)).canvas.transferToImageBitmap();
}
