import sharp from 'sharp';
import { type Grid, greyLevels } from '../../lessons-runtime/build.ts';
import { galleryFolder, readGallery } from './read-gallery.ts';

/**
 * Reads the grey levels of a photo of the gallery, cut to a square and reduced to a few pixels.
 * @param id of a photo in the gallery
 * @param side of the result, in pixels
 * @throws if the gallery has no such photo
 */
export async function greyPhoto(id: string, side: number): Promise<Grid> {
  const photo = readGallery().photos.find((each) => each.id === id);
  if (photo === undefined) throw new Error(`the gallery has no photo ${id}`);
  const pixels = await sharp(`public/${galleryFolder}/${photo.file}`)
    .resize(side, side, { fit: 'cover' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return greyLevels(pixels, side, side);
}
