import { type Augmentation, applyTransform, type RgbImage, sampleTransform } from '../augmentation.ts';
import type { DatasetFiles } from './dataset-files.ts';
import type { DatasetDefinition, DatasetExample } from './labelled-dataset.ts';
import { createRandomNumbers } from './seeded-random.ts';

type Compose<Example extends DatasetExample> = DatasetDefinition<never, never, Example>['compose'];

/**
 * Creates the `compose` of a data set whose examples are pictures. The first copy of an example is the unchanged picture; the
 * others are randomly augmented. Pictures are decoded and resized once for each size, and cached as bytes.
 * @param pixelsOf returns an example's picture in the requested size
 * @param augmentationOf returns the ranges of the transforms of an example
 */
export function createComposeAugmented<Example extends DatasetExample>(
  pixelsOf: (example: Example, imageSize: number, files: DatasetFiles) => Promise<RgbImage>,
  augmentationOf: (example: Example) => Augmentation,
): Compose<Example> {
  const resized = new Map<string, RgbImage>();

  async function cachedPixels(example: Example, imageSize: number, files: DatasetFiles): Promise<RgbImage> {
    const key = `${imageSize}/${example.id}`;
    const pixels = resized.get(key) ?? (await pixelsOf(example, imageSize, files));
    resized.set(key, pixels);
    return pixels;
  }

  return async (requests, { imageSize, seed, files }) => {
    const each = imageSize * imageSize * 3;
    const values = new Float32Array(requests.length * each);
    for (const [place, { example, copy }] of requests.entries()) {
      const pixels = await cachedPixels(example, imageSize, files);
      if (copy === 0) {
        values.set(pixels.data, place * each);
        continue;
      }
      const random = createRandomNumbers(`${seed}/${example.id}/${copy}`);
      applyTransform(pixels, sampleTransform(augmentationOf(example), random), values, place * each);
    }
    return values;
  };
}
