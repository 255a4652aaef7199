import { FetchFailure } from './fetch-bytes.ts';

/** Networks of this course see 224 pixels, cropped: that is enough, and hundreds of such photos fit a browser. */
export const longestSide = 320;

/** A photo as a small JPEG file, upright (EXIF orientation honoured). @throws {FetchFailure} where it is no picture */
export async function shrinkPhoto(photo: Blob, name: string): Promise<ArrayBuffer> {
  try {
    const full = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(full.width, full.height));
    const width = Math.max(1, Math.round(full.width * scale));
    const height = Math.max(1, Math.round(full.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2D canvas');
    context.imageSmoothingQuality = 'high';
    // JPEG has no transparency: what shows through is paper, not black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(full, 0, 0, width, height);
    full.close();
    return await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
  } catch {
    throw new FetchFailure({ code: 'photo-unreadable', subject: name });
  }
}
