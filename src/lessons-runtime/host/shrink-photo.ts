import { FetchFailure } from './fetch-bytes.ts';
import { drawUpright } from './upright-photo.ts';

/** In pixels. It suffices for a crop to the 224 pixels of the course's networks, and hundreds of such photos can be stored. */
const longestSide = 320;

/** Converts a photo to a small, upright JPEG file. @throws {FetchFailure} `photo-unreadable` if it is not a picture */
export async function shrinkPhoto(photo: Blob, name: string): Promise<ArrayBuffer> {
  const { canvas } = await drawUpright(photo, name, longestSide);
  try {
    return await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
  } catch {
    throw new FetchFailure({ code: 'photo-unreadable', subject: name });
  }
}
