import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as TensorFlow from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupWeights } from '../../../tools/convert-efficientnet-lite0/group-weights.ts';
import { loadArtifacts } from '../../../tools/convert-efficientnet-lite0/run-model.ts';
import { buildArtifacts } from '../../../tools/convert-efficientnet-lite0/write-artifacts.ts';
import { buildDrawingNet } from '../../../tools/train-drawing-net/build-drawing-net.ts';
import { collectRgbWeights } from '../../../tools/train-drawing-net/collect-rgb-weights.ts';
import { readSource, type Source } from '../../../tools/train-drawing-net/read-source.ts';
import { identity, renderDrawing, sampleWarp } from '../../../tools/train-drawing-net/render-drawing.ts';
import {
  evaluate,
  probabilitiesOf,
  trainDrawingNet,
} from '../../../tools/train-drawing-net/train-drawing-net.ts';
import type { TrainingRecord } from '../../../tools/train-drawing-net/training-record.ts';
import { readCheckpoint, writeCheckpoint } from '../../../tools/train-network/checkpoint.ts';
import { startTraining } from '../../../tools/train-network/start-training.ts';
import type { EpochReport } from '../../../tools/train-network/train-network.ts';

const drawings = fileURLToPath(new URL('../../../public/datasets/drawings@1', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'drawing-net-'));
const plan = { epochs: 5, batchSize: 16, learningRate: 0.003, labelSmoothing: 0.1, seed: 'test' };
const few = ['apple', 'ladder', 'star', 'snake'];

let tf: typeof TensorFlow;
let source: Source;
let model: TensorFlow.LayersModel;
const epochs: EpochReport[] = [];

const build = (seed: number): TensorFlow.LayersModel =>
  buildDrawingNet(tf, { classes: few.length, channels: 1, normalized: true, seed });

/** Trains on four classes of the published drawings. */
beforeAll(async () => {
  tf = await startTraining();
  const all = await readSource(drawings, []);
  const label = (id: string): number => few.findIndex((name) => id.startsWith(`${name}-`));
  const ofFew = (list: Source['train']): Source['train'] =>
    list.flatMap((drawing) =>
      label(drawing.id) < 0 || !/^[a-z]+-\d+$/.test(drawing.id)
        ? []
        : [{ ...drawing, label: label(drawing.id) }],
    );
  source = { ...all, classNames: few, train: ofFew(all.train), test: ofFew(all.test) };
  model = build(1);
  await trainDrawingNet(tf, model, source, plan, (epoch) => void epochs.push(epoch));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('readSource', () => {
  it('holds out 15 % of each class', () => {
    expect(source.test).toHaveLength(60);
    expect(source.train).toHaveLength(340);
    const trained = new Set(source.train.map(({ id }) => id));
    expect(source.test.filter(({ id }) => trained.has(id))).toEqual([]);
  });

  it('holds out the same drawings whichever classes are read', async () => {
    const { test, classNames } = await readSource(drawings, ['bee', 'apple']);
    expect(classNames).not.toContain('bee');
    const stars = (list: Source['test']): readonly string[] =>
      list.map(({ id }) => id).filter((id) => /^star-\d/.test(id));
    expect(stars(test)).toEqual(stars(source.test));
  });
});

describe('renderDrawing', () => {
  const side = 28;
  const size = 32;
  const render = (grey: Uint8Array, warp = identity): Float32Array => {
    const target = new Float32Array(size * size);
    renderDrawing(grey, side, warp, { target, at: 0, size });
    return target;
  };

  it('puts the unchanged drawing in the middle of white paper', () => {
    const grey = new Uint8Array(side * side).fill(255);
    grey[0] = 0;
    grey[side * side - 1] = 51;
    const picture = render(grey);
    expect(picture[2 * size + 2]).toBe(0);
    expect(picture[29 * size + 29]).toBeCloseTo(0.2, 6);
    expect(picture.filter((value) => value === 1)).toHaveLength(size * size - 2);
  });

  it('keeps the ink of a warped drawing on the picture, and mirrors half of them', () => {
    const grey = new Uint8Array(side * side).fill(255);
    // A block on the left.
    for (let y = 10; y < 18; y += 1) for (let x = 4; x < 10; x += 1) grey[y * side + x] = 0;
    let seed = 7;
    const random = (): number => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let mirrored = 0;
    for (let count = 0; count < 40; count += 1) {
      const picture = render(grey, sampleWarp(random));
      const ink = picture.reduce((sum, value) => sum + 1 - value, 0);
      expect(ink).toBeGreaterThan(25);
      expect(ink).toBeLessThan(90);
      const right = picture.reduce((sum, value, at) => sum + (at % size >= size / 2 ? 1 - value : 0), 0);
      if (right > ink / 2) mirrored += 1;
    }
    expect(mirrored).toBeGreaterThan(10);
    expect(mirrored).toBeLessThan(30);
  });
});

describe('trainDrawingNet', () => {
  it('lowers the loss, and classifies most drawings that were held out', () => {
    expect(epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3, 4]);
    expect(epochs.at(-1)?.loss).toBeLessThan(epochs[0]?.loss ?? 0);
    const { pictures, top1 } = evaluate(tf, model, source.test, source.side);
    expect(pictures).toBe(60);
    expect(top1).toBeGreaterThan(0.6);
  });

  it('gives the same weights for the same seed, and changes only trainable layers', async () => {
    const short = { ...source, train: source.train.slice(0, 16) };
    const trained = async () => {
      const network = build(3);
      for (const layer of network.layers) layer.trainable = layer.name === 'logits';
      const before = String(network.getLayer('conv3').getWeights()[0]?.dataSync());
      await trainDrawingNet(tf, network, short, { ...plan, epochs: 1 }, () => {});
      expect(String(network.getLayer('conv3').getWeights()[0]?.dataSync())).toBe(before);
      return String(network.getLayer('logits').getWeights()[0]?.dataSync());
    };
    expect(await trained()).toBe(await trained());
  });
});

describe('publishing', () => {
  it('takes RGB and folds BatchNorm without changing the network’s outputs', async () => {
    const record: TrainingRecord = {
      base: null,
      phases: [{ layers: 'all', plan, epochs }],
      classNames: few,
      drawings: { train: source.train.length, test: source.test.length },
      accuracy: evaluate(tf, model, source.test, source.side),
    };
    await writeCheckpoint(tf, folder, model, record);
    const checkpoint = readCheckpoint<TrainingRecord>(tf, folder);
    expect(checkpoint.record).toEqual(record);
    const json = buildDrawingNet(tf, { classes: few.length, channels: 3, normalized: false }).toJSON(
      null,
      false,
    );
    if (typeof json === 'string') throw new Error('expected an object');
    const artifacts = buildArtifacts(
      json,
      groupWeights(collectRgbWeights(checkpoint.weights)),
      () => 'float32',
    );
    expect(artifacts.shards.map(({ path }) => path)).toEqual([
      'backbone-1-of-1.bin',
      'classifier-1-of-1.bin',
    ]);
    const loaded = await loadArtifacts(tf, artifacts);
    expect(loaded.layers.map(({ name }) => name).filter((name) => name.startsWith('norm'))).toEqual([]);
    expect(loaded.inputs[0]?.shape).toEqual([null, null, null, 3]);
    const some = source.test.slice(0, 16);
    const before = probabilitiesOf(tf, model, some, source.side);
    const after = probabilitiesOf(tf, loaded, some, source.side);
    expect(after).toHaveLength(16 * 4);
    before.forEach((value, at) => {
      expect(after[at]).toBeCloseTo(value, 4);
    });
  });
});
