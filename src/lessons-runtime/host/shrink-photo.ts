import { FetchFailure } from './fetch-bytes.ts';
import { drawUpright } from './upright-photo.ts';

/** Networks of this course see 224 pixels, cropped: that is enough, and hundreds of such photos fit a browser. */
export const longestSide = 320;

/** A photo as a small JPEG file, upright. @throws {FetchFailure} where it is no picture */
export async function shrinkPhoto(photo: Blob, name: string): Promise<ArrayBuffer> {
  const { canvas } = await drawUpright(photo, name, longestSide);
  try {
    return await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
  } catch {
    throw new FetchFailure({ code: 'photo-unreadable', subject: name });
  }
}
