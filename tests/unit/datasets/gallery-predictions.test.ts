import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type GalleryPhoto, parseGallery } from '../../../src/lessons-runtime/datasets/gallery.ts';
import { createEfficientNetLite0 } from '../../../src/lessons-runtime/models/efficient-net-lite0.ts';
import {
  createPreprocessInput,
  efficientNetLite0Normalization,
} from '../../../src/lessons-runtime/models/preprocess-input.ts';

const side = 224;
const publicFolder = new URL('../../../public/', import.meta.url);
const galleryUrl = new URL('datasets/gallery@1/', publicFolder);
const { photos } = parseGallery(JSON.parse(readFileSync(new URL('gallery.json', galleryUrl), 'utf8')));
const known = photos.filter((photo) => photo.known);

interface TopClasses {
  /** Class indices, the most probable first. */
  readonly top5: readonly number[];
  /** The probability of the first. */
  readonly confidence: number;
}

const predictions = new Map<string, TopClasses>();

/** Reads the photo's centre, scaled to cover 224 × 224, as [224, 224, 3] with values from 0 to 255. */
async function centreOf(file: string): Promise<tf.Tensor3D> {
  const centre = sharp(fileURLToPath(new URL(file, galleryUrl))).resize(side, side, { fit: 'cover' });
  return tf.tensor3d(new Uint8Array(await centre.raw().toBuffer()), [side, side, 3], 'int32');
}

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(`${dirname(wasm)}/`);
  await tf.setBackend('wasm');
  const efficientNetLite0 = createEfficientNetLite0({
    tf,
    fetchFile: async (path) => new Uint8Array(readFileSync(new URL(path, publicFolder))).buffer,
    baseUrl: 'models/efficientnet-lite0@1/',
  });
  const model = await efficientNetLite0();
  const preprocessInput = createPreprocessInput(tf, efficientNetLite0Normalization);
  for (const photo of photos) {
    const pixels = await centreOf(photo.file);
    const probabilities = tf.tidy(() => model.predict(tf.expandDims(preprocessInput(pixels))));
    if (!(probabilities instanceof tf.Tensor)) throw new Error('the model has more than one output');
    const values = Array.from(await probabilities.data());
    const top5 = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, 5);
    predictions.set(photo.id, { top5, confidence: Math.max(...values) });
    tf.dispose([pixels, probabilities]);
  }
  model.dispose();
}, 120_000);

const predictionOf = ({ id }: GalleryPhoto): TopClasses => {
  const prediction = predictions.get(id);
  if (prediction === undefined) throw new Error(`there is no prediction for ${id}`);
  return prediction;
};
const isHit = (photo: GalleryPhoto, top: number) =>
  predictionOf(photo)
    .top5.slice(0, top)
    .some((index) => photo.accepts.includes(index));

describe('EfficientNet-Lite0 on the gallery', () => {
  it('has a correct class among its top 5 for every known photo but one', () => {
    // It predicts the bowl rather than the fruit: wooden spoon, soup bowl, mortar.
    const hard = ['fig'];
    const missed = known.filter((photo) => !isHit(photo, 5)).map((photo) => photo.id);
    expect(missed.filter((id) => !hard.includes(id))).toEqual([]);
    expect(known.length - missed.length).toBeGreaterThanOrEqual(28);
  });

  it('has a correct top-1 class for most known photos', () => {
    expect(known.filter((photo) => isHit(photo, 1)).length).toBeGreaterThanOrEqual(22);
  });

  it('has a confidence below 0.5 for photos of unknown classes', () => {
    const unknown = photos.filter((photo) => !photo.known);
    expect(unknown.length).toBeGreaterThanOrEqual(3);
    for (const photo of unknown) expect(predictionOf(photo).confidence, photo.id).toBeLessThan(0.5);
  });
});
