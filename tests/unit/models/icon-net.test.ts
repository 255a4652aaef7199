import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as TensorFlow from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { composePictures } from '../../../src/lessons-runtime/datasets/icons/compose-pictures.ts';
import { readSprites } from '../../../src/lessons-runtime/datasets/icons/read-sprites.ts';
import { createIconNet, type IconNet } from '../../../src/lessons-runtime/models/icon-net.ts';
import { familyOf } from '../../../tools/build-icons/family-of.ts';
import { licenceUrls } from '../../../tools/build-icons/licences.ts';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { readPublishedIcons, readPublishedSheet } from '../../support/published-icons.ts';

const folder = fileURLToPath(new URL('../../../public/models/icon-net@2/', import.meta.url));
const card: {
  readonly parameters: number;
  readonly files: Readonly<Record<string, number>>;
  readonly output: { readonly classNames: readonly string[] };
  readonly trainedOn: readonly {
    readonly id: string;
    readonly author: string;
    readonly family: string;
    readonly licence: string;
  }[];
  readonly unseenDesigners: { readonly asPublished: { readonly top1: number } };
} = JSON.parse(readFileSync(join(folder, 'model-card.json'), 'utf8'));

let tf: typeof TensorFlow;
let load: IconNet;
let fetched: string[] = [];

beforeAll(async () => {
  tf = await startWasm();
  load = createIconNet({
    tf,
    baseUrl: '/model/',
    fetchFile: async (path) => {
      fetched.push(path.replace('/model/', ''));
      return new Uint8Array(await readFile(join(folder, path.replace('/model/', '')))).buffer;
    },
  });
});

describe('the published IconNet', () => {
  it('has the files of its card, of at most 450 KB in total', () => {
    const listed = Object.entries(card.files);
    for (const [file, bytes] of listed) expect(statSync(join(folder, file)).size).toBe(bytes);
    expect(listed.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(450_000);
    expect(readdirSync(folder).sort()).toEqual(
      ['LICENSE.txt', 'model-card.json', 'model.json', ...listed.map(([file]) => file)].sort(),
    );
  });

  it('has the 204 classes that the lessons mention, none of them butterflies or bees', () => {
    const { classNames } = card.output;
    expect(new Set(classNames).size).toBe(204);
    expect(classNames).toEqual(expect.arrayContaining(['cat', 'dog', 'bicycle']));
    expect(classNames.filter((name) => /butterfly|^bee$/.test(name))).toEqual([]);
  });

  it('credits every set that it was trained on, each under a permitted licence', () => {
    expect(card.trainedOn.length).toBeGreaterThan(100);
    for (const { author, licence } of card.trainedOn) {
      expect(author).not.toBe('');
      expect(licenceUrls).toHaveProperty([licence]);
    }
  });

  it('was not trained on any set of a designer who has a butterfly or a bee', () => {
    const { sets, classes } = readPublishedIcons();
    const owners = classes
      .filter(({ name }) => name === 'butterfly' || name === 'bee')
      .flatMap(({ icons }) => icons.map(({ set }) => sets.find(({ id }) => id === set)?.family));
    expect(new Set(owners).size).toBeGreaterThan(20);
    const trainedOn = card.trainedOn.map(({ id, author }) => ({ id, family: familyOf(author) }));
    expect(trainedOn.filter(({ family }) => owners.includes(family))).toEqual([]);
    // Pinhead, which has both, contains drawings of Maki and Temaki.
    expect(trainedOn.filter(({ family }) => family === 'maki')).toEqual([]);
    expect(card.trainedOn.map(({ family }) => family)).toEqual(trainedOn.map(({ family }) => family));
  });

  it('has the number of parameters of its card, all trainable', async () => {
    const model = await load();
    expect(model.countParams()).toBe(card.parameters);
    expect(model.trainableWeights).toHaveLength(model.weights.length);
  });

  it.each([
    'cat',
    'dog',
  ])('predicts %s for many icons of that class, most of which are by designers that it has not seen', async (name) => {
    const manifest = readPublishedIcons();
    const iconClass = manifest.classes.find((one) => one.name === name);
    if (iconClass === undefined) throw new Error(`no ${name}`);
    const icons = await readSprites(manifest, iconClass, readPublishedSheet);
    const pixels = composePictures(
      icons.map((icon) => ({ ...icon, copy: 0 })),
      manifest.side,
      'test of the net',
    );
    const model = await load();
    const predicted = tf.tidy(() => {
      const pictures = tf
        .tensor4d(pixels, [icons.length, manifest.side, manifest.side, 3], 'float32')
        .div(255);
      const output = model.predict(pictures);
      if (Array.isArray(output)) throw new Error('one output was expected');
      return output.argMax(1).dataSync();
    });
    const correct = predicted.filter((label) => card.output.classNames[label] === name).length;
    // Random guessing would be correct for one in 204.
    expect(correct / icons.length).toBeGreaterThan(0.2);
  });

  it('ends with the last feature maps without its top, and does not fetch the classifier', async () => {
    fetched = [];
    const base = await load({ includeTop: false, inputShape: [64, 64, 3] });
    expect(base.outputs[0]?.shape).toEqual([null, 2, 2, 128]);
    expect(fetched).toEqual(['model.json', 'backbone-1-of-1.bin']);
  });

  it('has random weights for null, and fetches no weights', async () => {
    fetched = [];
    const [one, other] = [await load({ weights: null }), await load({ weights: null })];
    const kernel = (model: TensorFlow.LayersModel) =>
      String(model.getLayer('conv2').getWeights()[0]?.dataSync());
    expect(kernel(one)).not.toBe(kernel(other));
    expect(fetched).toEqual(['model.json', 'model.json']);
  });
});
