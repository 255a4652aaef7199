import type { Augmentation, RgbImage } from '../augmentation.ts';
import { createComposeAugmented } from '../labelled/compose-augmented.ts';
import type { DatasetFiles, DecodedImage } from '../labelled/dataset-files.ts';
import {
  createLoadDataset,
  type DatasetDefinition,
  type DatasetDeps,
  type DatasetExample,
  type LoadDataset,
} from '../labelled/labelled-dataset.ts';
import { resizePixels } from '../labelled/resize-pixels.ts';
import { splitGroups } from '../labelled/split-groups.ts';
import { parsePhotoManifest } from './parse-photo-manifest.ts';
import type { PhotoClass, PhotoManifest, PhotoPack } from './photo-manifest.ts';

interface StoredPhoto extends DatasetExample {
  /** WebP. */
  readonly bytes: ArrayBuffer;
  /** The name of its pack. */
  readonly file: string;
  readonly upright: boolean;
}

const landscape: Augmentation = { flip: 'horizontal', shift: 0.1, brightness: 0.08, contrast: 0.15 };
/** Photos of the sky have no up and down, so they can be rotated. */
const sky: Augmentation = { ...landscape, flip: 'both', rotate: 180 };

/**
 * Creates the function `photoDataset`, which loads photos of galaxies, nebulae, water, mountains, deserts and cities. It has
 * the options and the result of `iconDataset`.
 *
 * Of each class, 30 % of the photos are for the test, 20 % for validation and the rest for training; photos of one group
 * (overlapping views) are in the same part. The first of the `augment` pictures of a photo (default 1) is the photo itself;
 * the others are flipped, shifted and made lighter or darker, and those of the sky rotated. The default of `imageSize` is 96.
 * `tf.dispose(dataset)` disposes of its six tensors.
 * @throws the result of `createError`, from that function, if an argument is invalid
 */
export function createPhotoDataset(deps: DatasetDeps): LoadDataset {
  const definition: DatasetDefinition<PhotoClass, PhotoManifest, StoredPhoto> = {
    call: 'photoDataset',
    manifestFile: 'photos.json',
    parseManifest: (value) => parsePhotoManifest(value),
    defaults: { augment: 1, imageSize: 96 },
    isTestOptional: false,
    evaluationCopies: 1,
    async readExamples(_, { packs, upright }, files) {
      const photos = await Promise.all(packs.map((pack) => readPack(pack, files)));
      return photos.flat().map((photo) => ({ ...photo, upright }));
    },
    splitter:
      (_, { split }) =>
      (name, photos) =>
        splitGroups(
          photos.map(({ group }) => group),
          `${split} ${name}`,
        ),
    compose: createComposeAugmented(
      async ({ bytes, file }, imageSize, files) =>
        resizePixels(withoutAlpha(await files.decode(bytes, file)), imageSize),
      ({ upright }) => (upright ? landscape : sky),
    ),
  };
  return createLoadDataset(definition, deps);
}

/** Reads a pack and divides it into its photos. */
function readPack(
  { file, bytes, photos }: PhotoPack,
  files: DatasetFiles,
): Promise<readonly Omit<StoredPhoto, 'upright'>[]> {
  return files.read(file, (pack) => {
    if (pack.byteLength !== bytes) throw new RangeError(`${file} has ${pack.byteLength} bytes, not ${bytes}`);
    let end = 0;
    return photos.map(({ id, group, bytes: length }) => {
      const start = end;
      end += length;
      return { id, group, file, bytes: pack.slice(start, end) };
    });
  });
}

function withoutAlpha({ width, height, data }: DecodedImage): RgbImage {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = Math.floor(at / 3);
    pixels[at] = data[4 * pixel + (at % 3)] ?? 0;
  }
  return { width, height, data: pixels };
}
