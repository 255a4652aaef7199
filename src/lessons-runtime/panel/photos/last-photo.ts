import type { PhotoChoice } from '../../host/photos.ts';
import { longestSide } from '../../host/photos.ts';
import { drawUpright } from '../../host/upright-photo.ts';
import type { ChosenPhoto } from '../../progress/blobs/chosen-photo-store.ts';
import { chosenPhotosName, hasDatabase } from '../../shared/has-database.ts';
import { loadPart } from '../../shared/load-part.ts';
import { once } from '../../shared/once.ts';
import { forgetKeptPhoto, readKeptPhoto } from './kept-photo.ts';

/** The photo with which a lesson starts. */
export interface LastPhoto {
  readonly choice: PhotoChoice;
  /** Whether it was chosen on the home page in this tab, not in the lesson. */
  readonly isFromHome: boolean;
}

/** In bytes. A larger file is stored as a JPEG file with no side longer than `longestSide`. */
const largestFile = 2 ** 21;

const openStore = once(async () => {
  const { openChosenPhotoStore } = await loadPart(() => import('../../progress/blobs/chosen-photo-store.ts'));
  return openChosenPhotoStore();
});

/** Returns the photo that the learner chose last: on the home page, or in an earlier visit of the lesson; otherwise `null`. */
export async function readLastPhoto(root: Document): Promise<LastPhoto | null> {
  const kept = readKeptPhoto();
  if (kept !== null) return { choice: kept, isFromHome: true };
  if (!(await hasDatabase(chosenPhotosName))) return null;
  try {
    const stored = await (await openStore()).load(lessonOf(root));
    return stored === null ? null : { choice: choiceOf(stored), isFromHome: false };
  } catch {
    return null;
  }
}

/** Stores the learner's choice for later visits. If the browser refuses, it lasts as long as the page. */
export async function storeLastPhoto(root: Document, choice: PhotoChoice): Promise<void> {
  forgetKeptPhoto();
  try {
    const store = await openStore();
    await store.put(lessonOf(root), await storedForm(choice));
  } catch {
    // The page has the photo.
  }
}

/** Returns a photo that is small enough to be stored. @throws {FetchFailure} `photo-unreadable` if it is not a picture */
export async function withStoredSize(blob: Blob, name: string): Promise<Blob> {
  if (blob.size <= largestFile) return blob;
  const { canvas } = await drawUpright(blob, name, longestSide);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

/** Tells a chosen photo apart from others. */
export function contentOf(choice: PhotoChoice): string {
  return choice.kind === 'gallery' ? choice.id : `own/${choice.name}/${choice.blob.size}`;
}

async function storedForm(choice: PhotoChoice): Promise<ChosenPhoto> {
  if (choice.kind === 'gallery') return choice;
  const { name, blob } = choice;
  return { kind: 'own', name, type: blob.type, bytes: await blob.arrayBuffer() };
}

function choiceOf(stored: ChosenPhoto): PhotoChoice {
  if (stored.kind === 'gallery') return stored;
  const { name, type, bytes } = stored;
  return { kind: 'own', name, blob: new Blob([bytes], { type }) };
}

function lessonOf(root: Document): string {
  return root.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'] ?? '';
}
