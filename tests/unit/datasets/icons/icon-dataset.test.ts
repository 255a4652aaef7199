import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createIconDataset,
  type IconDataset,
  type LoadIconDataset,
} from '../../../../src/lessons-runtime/datasets/icons/icon-dataset.ts';
import { validationFamilies } from '../../../../src/lessons-runtime/datasets/icons/split-icons.ts';
import type { Language } from '../../../../src/lessons-runtime/shared/language.ts';
import { nodeDatasetFiles } from '../../../../tools/node-dataset-files.ts';
import { butterflyBeeDigest, pixelDigest } from '../../../support/icon-digest.ts';
import { iconsFolder, readPublishedIcons } from '../../../support/published-icons.ts';

const manifest = readPublishedIcons();
const files = nodeDatasetFiles(iconsFolder);
const fetched: string[] = [];

function createLoader(language: Language): LoadIconDataset {
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
    createError: ({ what, advice }) => new Error(`${what} ${advice}`),
  });
}

const load = createLoader('en');
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

  it('returns numExamples times augment pictures of each class, of 64 × 64 pixels', () => {
    expect(data.train.xs.shape).toEqual([60, 64, 64, 3]);
    expect(data.train.ys.shape).toEqual([60, 2]);
    expect(data.validation.xs.shape.slice(1)).toEqual([64, 64, 3]);
    expect(data.train.labels.filter((label) => label === 0)).toHaveLength(30);
    expect(new Set(data.train.ids).size).toBe(20);
  });

  it('returns the classes in the requested order, named in the page’s language', async () => {
    expect(data.classNames).toEqual(['bee', 'butterfly']);
    expect((await createLoader('es')(['bee', 'cat'], { numExamples: 1 })).classNames).toEqual([
      'abeja',
      'gato',
    ]);
    const bees = manifest.classes.find(({ name }) => name === 'bee')?.icons.map(({ id }) => id);
    expect(bees).toContain(data.train.ids[0]);
  });

  it('returns the same classes in labels and in ys', async () => {
    for (const { ys, labels, ids } of [data.train, data.validation]) {
      expect(Array.from(await ys.argMax(1).data())).toEqual(labels);
      expect(Array.from(await ys.sum(1).data())).toEqual(labels.map(() => 1));
      const names = ids.map(
        (id) => manifest.classes.find(({ icons }) => icons.some((icon) => icon.id === id))?.name,
      );
      expect(names).toEqual(labels.map((label) => data.classNames[label]));
    }
  });

  it('returns values from 0 to 1, and no two equal pictures', async () => {
    const { xs } = data.train;
    expect((await xs.min().data())[0]).toBeGreaterThanOrEqual(0);
    expect((await xs.max().data())[0]).toBeLessThanOrEqual(1);
    const pictures = xs.unstack().map((picture) => String(picture.dataSync()));
    expect(new Set(pictures).size).toBe(60);
  });

  it('splits by designer, and trains with icons of many designers', () => {
    const trainFamilies = new Set(data.train.ids.map((id) => familyOf.get(id)));
    const families = validationFamilies(manifest, 2);
    expect(data.validation.ids.filter((id) => trainFamilies.has(familyOf.get(id)))).toEqual([]);
    expect(data.validation.ids.every((id) => families.has(familyOf.get(id) ?? ''))).toBe(true);
    expect(trainFamilies.size).toBeGreaterThanOrEqual(8);
  });

  it.each([
    0, 2, 4,
  ])('trains cats and dogs with no designer of the validation butterflies and bees of split %i', async (split) => {
    const insects = await load(['butterfly', 'bee'], { numExamples: 1, augment: 1, split });
    const pets = await load(['cat', 'dog'], { augment: 1, split });
    const seen = new Set(pets.train.ids.map((id) => familyOf.get(id)));
    expect(pets.train.ids.length).toBeGreaterThan(120);
    expect(insects.validation.ids.filter((id) => seen.has(familyOf.get(id)))).toEqual([]);
    for (const { train, validation } of [insects, pets])
      tf.dispose([train.xs, train.ys, validation.xs, validation.ys]);
  });

  it('returns the same validation pictures for other training options', async () => {
    const other = await load(['bee', 'butterfly'], { numExamples: 3, augment: 1, split: 2, seed: 6 });
    expect(await other.validation.xs.data()).toEqual(await data.validation.xs.data());
    expect(other.train.ids).not.toEqual(data.train.ids.filter((_, index) => index % 3 === 0).slice(0, 6));
  });

  it('trains with all icons that are not validation icons by default', async () => {
    const all = await load(['bee', 'butterfly'], { augment: 1, split: 2 });
    const families = validationFamilies(manifest, 2);
    const expected = [...familyOf].filter(
      ([id, family]) =>
        !families.has(family) &&
        manifest.classes.slice(0, 2).some(({ icons }) => icons.some((icon) => icon.id === id)),
    );
    expect(all.train.labels).toHaveLength(expected.length);
  });

  it('returns the same pixels as in every browser', async () => {
    const some = await load(['butterfly', 'bee'], { numExamples: 2, augment: 2 });
    expect(pixelDigest(await some.train.xs.data())).toBe(butterflyBeeDigest);
  });

  it('fetches the sheets of the requested classes only, each once', async () => {
    fetched.length = 0;
    const loader = createLoader('en');
    await loader(['butterfly', 'bee'], { numExamples: 1 });
    await loader(['bee', 'butterfly'], { numExamples: 2 });
    expect([...fetched].sort()).toEqual([
      'bee-colours.webp',
      'bee-shapes.webp',
      'butterfly-colours.webp',
      'butterfly-shapes.webp',
      'icons.json',
    ]);
  });

  it('creates four tensors', async () => {
    const before = tf.memory().numTensors;
    const { train, validation } = await load(['cat', 'dog'], { numExamples: 2, augment: 1 });
    expect(tf.memory().numTensors - before).toBe(4);
    tf.dispose([train.xs, train.ys, validation.xs, validation.ys]);
  });
});

describe('the errors of iconDataset', () => {
  const messageOf = async (language: Language, ...args: Parameters<LoadIconDataset>): Promise<string> => {
    try {
      await createLoader(language)(...args);
      return 'nothing';
    } catch (error) {
      return error instanceof Error ? error.message : 'no error';
    }
  };

  it('list the classes if one does not exist', async () => {
    const names = "'butterfly', 'bee', 'cat'";
    expect(await messageOf('es', ['bee', 'wasp'])).toBe(
      `No hay iconos de la clase «wasp». Las clases son: ${names} y 'dog'.`,
    );
    expect(await messageOf('en', ['bee', 'wasp'])).toBe(
      `There are no icons of the class “wasp”. The classes are: ${names}, and 'dog'.`,
    );
  });

  it('state how many examples there are if more are requested', async () => {
    expect(await messageOf('en', ['butterfly', 'bee'], { numExamples: 40 })).toMatch(
      /^40 examples of each class .* leaves for training: butterfly \d+ and bee \d+\./,
    );
    expect(await messageOf('es', ['butterfly', 'bee'], { numExamples: 40 })).toMatch(
      /quedan para entrenar: butterfly \d+ y bee \d+\./,
    );
  });

  it.each([
    [{ numExamples: 0 }, 'numExamples', '0'],
    [{ numExamples: 2.5 }, 'numExamples', '2.5'],
    [{ augment: 33 }, 'augment', '33'],
    [{ split: -1 }, 'split', '-1'],
    [{ seed: Number.NaN }, 'seed', 'NaN'],
  ])('name the invalid option in %j', async (options, name, found) => {
    expect(await messageOf('en', ['bee', 'cat'], options)).toContain(
      `“${name}” is ${found}, and has to be a whole number`,
    );
    expect(await messageOf('es', ['bee', 'cat'], options)).toContain(`«${name}» vale ${found}`);
  });

  it('require two different classes', async () => {
    expect(await messageOf('en', ['bee', 'bee'])).toMatch(/^At least two different classes/);
    expect(await messageOf('es', [])).toMatch(/^Hacen falta al menos dos clases/);
  });
});
