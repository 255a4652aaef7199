import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as TensorFlow from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createDrawingNet,
  type DrawingNet,
  drawingNetFolders,
} from '../../../src/lessons-runtime/models/drawing-net.ts';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';
import { networks, targets } from '../../../tools/train-drawing-net/networks.ts';
import { readSource } from '../../../tools/train-drawing-net/read-source.ts';
import { evaluate } from '../../../tools/train-drawing-net/train-drawing-net.ts';

const publicFolder = fileURLToPath(new URL('../../../public/', import.meta.url));
const drawings = join(publicFolder, 'datasets/drawings@1');

interface Card {
  readonly parameters: number;
  readonly files: Readonly<Record<string, number>>;
  readonly accuracy: {
    readonly asPublished: { readonly pictures: number; readonly top1: number; readonly top5: number };
  };
  readonly trainedOn: readonly { readonly author: string; readonly licence: string }[];
}

const weightNames = ['quickdraw-345', 'quickdraw-341'] as const;
const folderOf = (weights: (typeof weightNames)[number]): string =>
  join(publicFolder, 'models', drawingNetFolders[weights]);
const readJson = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));
const cardOf = (weights: (typeof weightNames)[number]): Card =>
  readJson(folderOf(weights), 'model-card.json') as Card;

let tf: typeof TensorFlow;
let load: DrawingNet;
let fetched: string[] = [];

beforeAll(async () => {
  tf = await startWasm();
  load = createDrawingNet((folder) => ({
    tf,
    baseUrl: `${folder}/`,
    fetchFile: async (path) => {
      fetched.push(path);
      return new Uint8Array(await readFile(join(publicFolder, 'models', path))).buffer;
    },
  }));
});

describe.each(weightNames)('the published DrawingNet, %s,', (weights) => {
  it('has the files of its card, of at most 1.5 MB in total', () => {
    const listed = Object.entries(cardOf(weights).files);
    for (const [file, bytes] of listed) expect(statSync(join(folderOf(weights), file)).size).toBe(bytes);
    expect(readdirSync(folderOf(weights)).sort()).toEqual(
      ['LICENSE.txt', 'labels.json', 'model-card.json', 'model.json', ...listed.map(([file]) => file)].sort(),
    );
    const total = readdirSync(folderOf(weights)).reduce(
      (sum, file) => sum + statSync(join(folderOf(weights), file)).size,
      0,
    );
    expect(total).toBeLessThanOrEqual(1_500_000);
  });

  it('has one output for each label, in the order of the data set', async () => {
    const labels = readJson(folderOf(weights), 'labels.json') as readonly { readonly name: string }[];
    const { without } = networks[`drawing-net-${weights === 'quickdraw-345' ? 345 : 341}`];
    const source = await readSource(drawings, without);
    expect(labels.map(({ name }) => name)).toEqual(source.classNames);
    const model = await load({ weights });
    expect(model.outputs[0]?.shape).toEqual([null, labels.length]);
    expect(model.countParams()).toBe(cardOf(weights).parameters);
    expect(model.trainableWeights).toHaveLength(model.weights.length);
  });

  it('has the accuracy of its card on the drawings that were held out', async () => {
    const { without } = networks[`drawing-net-${weights === 'quickdraw-345' ? 345 : 341}`];
    const { test, side } = await readSource(drawings, without);
    const { asPublished } = cardOf(weights).accuracy;
    expect(test).toHaveLength(asPublished.pictures);
    const measured = evaluate(tf, await load({ weights }), test, side);
    // Another machine may round differently, which can change the order of two classes.
    expect(measured.top1).toBeCloseTo(asPublished.top1, 2);
    expect(measured.top5).toBeCloseTo(asPublished.top5, 2);
  }, 60_000);
});

describe('drawingNet', () => {
  it('without butterfly, bee, cat and dog has all other classes', () => {
    const namesOf = (weights: (typeof weightNames)[number]): readonly string[] =>
      (readJson(folderOf(weights), 'labels.json') as readonly { readonly name: string }[]).map(
        ({ name }) => name,
      );
    const all = namesOf('quickdraw-345');
    expect(all).toHaveLength(345);
    expect(all).toEqual(expect.arrayContaining([...targets]));
    expect(namesOf('quickdraw-341')).toEqual(
      all.filter((name) => !(targets as readonly string[]).includes(name)),
    );
  });

  it('loads the weights for all 345 classes by default', async () => {
    fetched = [];
    expect((await load()).outputs[0]?.shape).toEqual([null, 345]);
    expect(fetched[0]).toBe('drawing-net-345@1/model.json');
  });

  it('ends with the last feature maps without its top, and does not fetch the classifier', async () => {
    fetched = [];
    const base = await load({ weights: 'quickdraw-341', includeTop: false, inputShape: [32, 32, 3] });
    expect(base.outputs[0]?.shape).toEqual([null, 4, 4, 192]);
    expect(fetched).toEqual(['drawing-net-341@1/model.json', 'drawing-net-341@1/backbone-1-of-1.bin']);
    const pooled = await load({ includeTop: false, pooling: 'avg', weights: 'quickdraw-341' });
    expect(pooled.outputs[0]?.shape).toEqual([null, 192]);
  });

  it('has random weights for null, and fetches no weights', async () => {
    fetched = [];
    const [one, other] = [await load({ weights: null }), await load({ weights: null })];
    const kernel = (model: TensorFlow.LayersModel) =>
      String(model.getLayer('conv2').getWeights()[0]?.dataSync());
    expect(kernel(one)).not.toBe(kernel(other));
    expect(fetched.every((file) => file.endsWith('model.json'))).toBe(true);
  });

  it('rejects other weights', async () => {
    const imagenet = 'imagenet' as 'quickdraw-345';
    await expect(load({ weights: imagenet })).rejects.toMatchObject({
      kind: 'weights',
      expected: "'quickdraw-345', 'quickdraw-341' or null",
      found: '"imagenet"',
    });
  });
});
