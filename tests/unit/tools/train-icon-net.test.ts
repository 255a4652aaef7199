import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as TensorFlow from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupWeights } from '../../../tools/convert-efficientnet-lite0/group-weights.ts';
import { loadArtifacts } from '../../../tools/convert-efficientnet-lite0/run-model.ts';
import { buildArtifacts } from '../../../tools/convert-efficientnet-lite0/write-artifacts.ts';
import { buildIconNet, filters } from '../../../tools/train-icon-net/build-icon-net.ts';
import { findHeldOutFamilies } from '../../../tools/train-icon-net/find-held-out-families.ts';
import { readSource, type Source } from '../../../tools/train-icon-net/read-source.ts';
import { evaluate, probabilitiesOf, trainIconNet } from '../../../tools/train-icon-net/train-icon-net.ts';
import type { TrainingRecord } from '../../../tools/train-icon-net/training-record.ts';
import { readCheckpoint, writeCheckpoint } from '../../../tools/train-network/checkpoint.ts';
import { collectWeights } from '../../../tools/train-network/collect-weights.ts';
import { startTraining } from '../../../tools/train-network/start-training.ts';
import type { EpochReport } from '../../../tools/train-network/train-network.ts';
import { iconsFolder, readPublishedIcons } from '../../support/published-icons.ts';

const manifest = readPublishedIcons();
/** A fifth of the families, so that every class keeps enough of them. */
const heldOut = new Set(
  [...new Set(manifest.sets.map(({ family }) => family))].sort().filter((_, at) => at % 5 === 0),
);
const plan = { epochs: 6, batchSize: 8, learningRate: 0.005, seed: 3 };
const folder = mkdtempSync(join(tmpdir(), 'icon-net-'));

let tf: typeof TensorFlow;
let source: Source;
let model: TensorFlow.LayersModel;
const epochs: EpochReport[] = [];

/** Trains on a few cats and butterflies of the published icons, whose format is that of the source set. */
beforeAll(async () => {
  tf = await startTraining();
  const all = await readSource(iconsFolder, heldOut);
  source = {
    ...all,
    train: all.train.filter(({ label }) => label % 2 === 0).filter((_, at) => at % 5 === 0),
  };
  model = await trainIconNet(tf, source, plan, (epoch) => epochs.push(epoch));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('findHeldOutFamilies', () => {
  it('finds every family that has a butterfly or a bee', () => {
    const found = findHeldOutFamilies(manifest);
    const familyOf = new Map(manifest.sets.map(({ id, family }) => [id, family]));
    for (const { name, icons } of manifest.classes) {
      const without = icons.filter(({ set }) => !found.has(familyOf.get(set) ?? ''));
      if (name === 'butterfly' || name === 'bee') expect(without).toEqual([]);
      else expect(without.length).toBeGreaterThan(10);
    }
  });

  it('finds Maki, which shares drawings with Pinhead, only if Pinhead has a butterfly or a bee', () => {
    expect(findHeldOutFamilies(manifest)).toContain('maki');
    const withoutInsects = manifest.classes.filter(({ name }) => name === 'cat' || name === 'dog');
    expect(findHeldOutFamilies({ ...manifest, classes: withoutInsects })).toEqual(new Set());
  });
});

describe('readSource', () => {
  it('holds out all icons of the families, and trains with all others', async () => {
    const all = await readSource(iconsFolder, heldOut);
    expect(all.validation.length).toBeGreaterThan(10);
    expect(all.validation.filter(({ group }) => !heldOut.has(group))).toEqual([]);
    expect(all.train.filter(({ group }) => heldOut.has(group))).toEqual([]);
    const icons = manifest.classes.flatMap((iconClass) => iconClass.icons);
    expect(all.train.length + all.validation.length).toBe(icons.length);
  });

  it('leaves out classes with training icons of fewer than eight families', async () => {
    const { classNames, train } = await readSource(iconsFolder, findHeldOutFamilies(manifest));
    expect(classNames).toEqual(['cat', 'dog']);
    expect(new Set(train.map(({ label }) => label))).toEqual(new Set([0, 1]));
  });

  it('lists the sets of the training icons', () => {
    const ids = source.trainSets.map(({ id }) => id);
    expect(source.trainSets.filter(({ family }) => heldOut.has(family))).toEqual([]);
    expect(ids).toEqual(manifest.sets.filter(({ family }) => !heldOut.has(family)).map(({ id }) => id));
  });
});

describe('trainIconNet', () => {
  it('halves the loss, and classifies most training icons correctly', () => {
    expect(epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(epochs.at(-1)?.loss).toBeLessThan((epochs[0]?.loss ?? 0) / 2);
    const { pictures, top1 } = evaluate(tf, model, source.train, source.side);
    expect(pictures).toBe(source.train.length);
    expect(top1).toBeGreaterThan(0.6);
  });

  it('gives the same weights only for the same seed', async () => {
    const short = { ...source, train: source.train.slice(0, 8) };
    const kernelFor = async (seed: number) => {
      const trained = await trainIconNet(tf, short, { ...plan, epochs: 1, seed }, () => {});
      const kernel = trained.getLayer('conv3').getWeights()[0];
      return String(kernel?.dataSync());
    };
    const first = await kernelFor(1);
    expect(await kernelFor(1)).toBe(first);
    expect(await kernelFor(2)).not.toBe(first);
  });
});

describe('publishing', () => {
  const published = () => {
    const { weights } = readCheckpoint(tf, folder);
    const topology = buildIconNet(tf, { classes: source.classNames.length, normalized: false });
    const json = topology.toJSON(null, false);
    if (typeof json === 'string') throw new Error('expected an object');
    return buildArtifacts(json, groupWeights(collectWeights(weights, filters.length)), () => 'float32');
  };

  it('folds BatchNorm without changing the network’s outputs', async () => {
    const record: TrainingRecord = {
      plan,
      classNames: source.classNames,
      icons: { train: source.train.length, validation: source.validation.length },
      families: source.families,
      epochs,
      unseenDesigners: evaluate(tf, model, source.validation, source.side),
    };
    await writeCheckpoint(tf, folder, model, record);
    expect(readCheckpoint(tf, folder).record).toEqual(record);
    const loaded = await loadArtifacts(tf, published());
    expect(loaded.layers.map(({ name }) => name).filter((name) => name.startsWith('norm'))).toEqual([]);
    const some = source.validation.slice(0, 16);
    const before = probabilitiesOf(tf, model, some, source.side);
    const after = probabilitiesOf(tf, loaded, some, source.side);
    expect(after).toHaveLength(16 * 4);
    before.forEach((value, at) => {
      expect(after[at]).toBeCloseTo(value, 4);
    });
  });

  it('writes the classifier to separate files', () => {
    expect(published().shards.map(({ path }) => path)).toEqual([
      'backbone-1-of-1.bin',
      'classifier-1-of-1.bin',
    ]);
  });
});
