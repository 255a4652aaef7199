import * as v from 'valibot';
import type { PhotoChoice } from '../../host/photos.ts';
import { drawUpright } from '../../host/upright-photo.ts';

/**
 * The photo that the home page hands on to the lessons. It is stored for this tab, so that it does not leave the device and is
 * gone with the tab. An own photo is stored as a data URL.
 */
const keptSchema = v.variant('kind', [
  v.object({ kind: v.literal('gallery'), id: v.string() }),
  v.object({ kind: v.literal('own'), name: v.string(), url: v.string() }),
]);

const key = 'deshielo:photo';
const urlStart = 'data:image/jpeg;base64,';
/** In pixels. More than the course's networks take, and little enough to be stored for a tab. */
const longestSide = 800;

/** Stores a photo for the lessons that this tab opens. @returns whether it is stored: the browser may refuse */
export async function keepPhoto(choice: PhotoChoice): Promise<boolean> {
  try {
    const kept: v.InferOutput<typeof keptSchema> =
      choice.kind === 'gallery' ? choice : { kind: 'own', name: choice.name, url: await dataUrlOf(choice) };
    sessionStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    forgetKeptPhoto();
    return false;
  }
}

/** Returns the photo that was kept for this tab; `null` if there is none. */
export function readKeptPhoto(): PhotoChoice | null {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    if (!parsed.success) return null;
    const kept = parsed.output;
    if (kept.kind === 'gallery') return kept;
    const bytes = Uint8Array.from(atob(kept.url.slice(urlStart.length)), (letter) => letter.charCodeAt(0));
    return { kind: 'own', name: kept.name, blob: new Blob([bytes], { type: 'image/jpeg' }) };
  } catch {
    return null;
  }
}

/** Forgets the kept photo, because the learner chose another one. */
export function forgetKeptPhoto(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
}

async function dataUrlOf({ blob, name }: { readonly blob: Blob; readonly name: string }): Promise<string> {
  const { canvas } = await drawUpright(blob, name, longestSide);
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return urlStart + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
