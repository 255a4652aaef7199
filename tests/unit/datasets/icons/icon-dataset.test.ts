import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validationFamilies } from '../../../../src/lessons-runtime/datasets/icons/choose-examples.ts';
import {
  createIconDataset,
  type IconDataset,
  type LoadIconDataset,
} from '../../../../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import type { Language } from '../../../../src/lessons-runtime/shared/language.ts';
import { nodeDatasetFiles } from '../../../../tools/node-dataset-files.ts';
import { butterflyBeeDigest, pixelDigest } from '../../../support/icon-digest.ts';
import { iconsFolder, readPublishedIcons } from '../../../support/published-icons.ts';

const manifest = readPublishedIcons();
const files = nodeDatasetFiles(iconsFolder);
const fetched: string[] = [];

function loaderIn(language: Language): LoadIconDataset {
  return createIconDataset({
    tf,
    language,
    files: {
      ...files,
      read(file, parse) {
        fetched.push(file);
        return files.read(file, parse);
      },
    },
    refuse: ({ what, advice }) => new Error(`${what} ${advice}`),
  });
}

const load = loaderIn('en');
const familyOf = new Map(
  manifest.classes.flatMap(({ icons }) =>
    icons.map(({ id, set }) => [id, manifest.sets.find((one) => one.id === set)?.family ?? '']),
  ),
);

beforeAll(() => tf.setBackend('cpu'));

describe('iconDataset', () => {
  let data: IconDataset;
  beforeAll(async () => {
    data = await load(['bee', 'butterfly'], { numExamples: 10, augment: 3, split: 2, seed: 5 });
  });
  afterAll(() => tf.dispose([data.train.xs, data.train.ys, data.validation.xs, data.validation.ys]));

  it('gives numExamples times augment pictures of each class, 64 pixels square', () => {
    expect(data.train.xs.shape).toEqual([60, 64, 64, 3]);
    expect(data.train.ys.shape).toEqual([60, 2]);
    expect(data.validation.xs.shape.slice(1)).toEqual([64, 64, 3]);
    expect(data.train.labels.filter((label) => label === 0)).toHaveLength(30);
    expect(new Set(data.train.ids).size).toBe(20);
  });

  it('keeps the order of the names, and says them in the page’s language', async () => {
    expect(data.classNames).toEqual(['bee', 'butterfly']);
    expect((await loaderIn('es')(['bee', 'cat'], { numExamples: 1 })).classNames).toEqual(['abeja', 'gato']);
    const bees = manifest.classes.find(({ name }) => name === 'bee')?.icons.map(({ id }) => id);
    expect(bees).toContain(data.train.ids[0]);
  });

  it('says what each picture shows, in labels and in ys alike', async () => {
    for (const { ys, labels, ids } of [data.train, data.validation]) {
      expect(Array.from(await ys.argMax(1).data())).toEqual(labels);
      expect(Array.from(await ys.sum(1).data())).toEqual(labels.map(() => 1));
      const names = ids.map(
        (id) => manifest.classes.find(({ icons }) => icons.some((icon) => icon.id === id))?.name,
      );
      expect(names).toEqual(labels.map((label) => data.classNames[label]));
    }
  });

  it('has values from 0 to 1, and no two pictures alike', async () => {
    const { xs } = data.train;
    expect((await xs.min().data())[0]).toBeGreaterThanOrEqual(0);
    expect((await xs.max().data())[0]).toBeLessThanOrEqual(1);
    const pictures = xs.unstack().map((picture) => String(picture.dataSync()));
    expect(new Set(pictures).size).toBe(60);
  });

  it('validates with icons of designers that it does not train with', () => {
    const learnt = new Set(data.train.ids.map((id) => familyOf.get(id)));
    const kept = validationFamilies(manifest, 2);
    expect(data.validation.ids.filter((id) => learnt.has(familyOf.get(id)))).toEqual([]);
    expect(data.validation.ids.every((id) => kept.has(familyOf.get(id) ?? ''))).toBe(true);
    // As many designers as icons, where there are enough.
    expect(learnt.size).toBeGreaterThanOrEqual(8);
  });

  it('validates with the same pictures whatever it trains with', async () => {
    const other = await load(['bee', 'butterfly'], { numExamples: 3, augment: 1, split: 2, seed: 6 });
    expect(await other.validation.xs.data()).toEqual(await data.validation.xs.data());
    expect(other.train.ids).not.toEqual(data.train.ids.filter((_, place) => place % 3 === 0).slice(0, 6));
  });

  it('takes all that the split leaves where no number is given', async () => {
    const all = await load(['bee', 'butterfly'], { augment: 1, split: 2 });
    const kept = validationFamilies(manifest, 2);
    const left = [...familyOf].filter(
      ([id, family]) =>
        !kept.has(family) &&
        manifest.classes.slice(0, 2).some(({ icons }) => icons.some((icon) => icon.id === id)),
    );
    expect(all.train.labels).toHaveLength(left.length);
  });

  it('gives the same pixels as in every browser', async () => {
    const some = await load(['butterfly', 'bee'], { numExamples: 2, augment: 2 });
    expect(pixelDigest(await some.train.xs.data())).toBe(butterflyBeeDigest);
  });

  it('fetches each sheet once, and none of another class', async () => {
    fetched.length = 0;
    const once = loaderIn('en');
    await once(['butterfly', 'bee'], { numExamples: 1 });
    await once(['bee', 'butterfly'], { numExamples: 2 });
    expect([...fetched].sort()).toEqual([
      'bee-colours.webp',
      'bee-shapes.webp',
      'butterfly-colours.webp',
      'butterfly-shapes.webp',
      'icons.json',
    ]);
  });

  it('makes four tensors and no more', async () => {
    const before = tf.memory().numTensors;
    const made = await load(['cat', 'dog'], { numExamples: 2, augment: 1 });
    expect(tf.memory().numTensors - before).toBe(4);
    tf.dispose([made.train.xs, made.train.ys, made.validation.xs, made.validation.ys]);
  });
});

describe('what iconDataset refuses', () => {
  const said = async (language: Language, ...args: Parameters<LoadIconDataset>): Promise<string> => {
    try {
      await loaderIn(language)(...args);
      return 'nothing';
    } catch (error) {
      return error instanceof Error ? error.message : 'no error';
    }
  };

  it('lists the classes for one that is not there', async () => {
    const names = "'butterfly', 'bee', 'cat'";
    expect(await said('es', ['bee', 'wasp'])).toBe(
      `No hay iconos de la clase «wasp». Las clases son: ${names} y 'dog'.`,
    );
    expect(await said('en', ['bee', 'wasp'])).toBe(
      `There are no icons of the class “wasp”. The classes are: ${names}, and 'dog'.`,
    );
  });

  it('says how many examples there are for more than that', async () => {
    expect(await said('en', ['butterfly', 'bee'], { numExamples: 40 })).toMatch(
      /^40 examples of each class .* leaves for training: butterfly \d+ and bee \d+\./,
    );
    expect(await said('es', ['butterfly', 'bee'], { numExamples: 40 })).toMatch(
      /quedan para entrenar: butterfly \d+ y bee \d+\./,
    );
  });

  it.each([
    [{ numExamples: 0 }, 'numExamples', '0'],
    [{ numExamples: 2.5 }, 'numExamples', '2.5'],
    [{ augment: 33 }, 'augment', '33'],
    [{ split: -1 }, 'split', '-1'],
    [{ seed: Number.NaN }, 'seed', 'NaN'],
  ])('takes no %j', async (options, name, found) => {
    expect(await said('en', ['bee', 'cat'], options)).toContain(
      `“${name}” is ${found}, and has to be a whole number`,
    );
    expect(await said('es', ['bee', 'cat'], options)).toContain(`«${name}» vale ${found}`);
  });

  it('asks for two classes that differ', async () => {
    expect(await said('en', ['bee', 'bee'])).toMatch(/^At least two different classes/);
    expect(await said('es', [])).toMatch(/^Hacen falta al menos dos clases/);
  });
});
