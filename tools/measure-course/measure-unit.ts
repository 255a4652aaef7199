import type * as TensorFlow from '@tensorflow/tfjs';
import seedrandom from 'seedrandom';
import type { LabelledDataset } from '../../src/lessons-runtime/datasets/labelled/labelled-dataset.ts';
import type { openCourseFiles } from '../open-course-files.ts';
import { measureImageNetSums, measureOtherPairAsIs } from './as-it-comes.ts';
import { measureColourStatistics, measureMajority, measureRawPixels } from './baselines.ts';
import { type BaseName, loadBase } from './bases.ts';
import type { Score } from './evaluate.ts';
import { recipes } from './recipes.ts';
import { measureScratch, type OtherPair, trainOtherPair } from './scratch.ts';
import { loadPair, type Target, targets } from './targets.ts';
import { measureTransfer, type TransferStrategy, transferStrategies } from './transfer.ts';
import { completeSplits, mainCount, type Unit } from './units.ts';

/** One measured cell of the table in one split. */
export interface Measurement extends Score {
  /** A base, or `none`; `random-…` is its architecture with random weights. */
  readonly base: string;
  readonly strategy: string;
  readonly inputSize: number;
}

/** Measures all rows of a unit. */
export async function measureUnit(
  tf: typeof TensorFlow,
  files: ReturnType<typeof openCourseFiles>,
  { target: name, perClass, split }: Unit,
): Promise<readonly Measurement[]> {
  const target: Target = targets[name];
  const isComplete = perClass === mainCount && split < completeSplits;
  const measurements: Measurement[] = [];
  const options = (imageSize: number, copies: number) => ({
    numExamples: perClass,
    augment: copies,
    split,
    seed: split,
    imageSize,
  });
  const sets = new Map<string, Promise<LabelledDataset>>();
  /** Loads the pictures of a side; those of the training part in a number of copies. */
  const dataOf = (side: number, copies: number = recipes.copies): Promise<LabelledDataset> => {
    const key = `${side}/${copies}`;
    const loaded = sets.get(key) ?? loadPair(files, target, options(side, copies));
    sets.set(key, loaded);
    return loaded;
  };
  const reseed = (...parts: readonly string[]): void => {
    // Initial weights and the shuffling of `fit` use Math.random.
    seedrandom([name, perClass, split, ...parts].join(' '), { global: true });
  };
  async function add(
    base: string,
    strategy: string,
    inputSize: number,
    measure: () => Promise<Score> | Score,
  ): Promise<void> {
    reseed(base, strategy);
    measurements.push({ base, strategy, inputSize, ...(await measure()) });
  }

  const own = await dataOf(target.side);
  for (const recipe of ['plain', 'augmented'] as const) {
    const data = await dataOf(target.side, recipes.scratch[recipe].copies);
    await add('none', `scratch-${recipe}`, target.side, () => measureScratch(tf, data, recipe));
  }
  let other: OtherPair | null = null;
  const otherName = target.otherPair?.names.join('-') ?? '';
  if (isComplete) {
    await add('none', 'majority', target.side, () => measureMajority(own));
    await add('none', 'colour-statistics', target.side, () => measureColourStatistics(tf, own));
    await add('none', 'raw-pixels', target.side, () => measureRawPixels(tf, own));
    if (target.otherPair !== null) {
      reseed('other pair');
      const { examples, copies } = recipes.otherPair;
      const side = target.otherPair.dataset === 'iconDataset' ? 64 : 32;
      const pair = await loadPair(files, target.otherPair, {
        ...options(side, copies),
        numExamples: examples,
      });
      other = await trainOtherPair(tf, pair.train);
      const trained = other;
      await add(otherName, 'as-it-comes', target.side, () => measureOtherPairAsIs(trained, own));
    }
    if (target.imageNetClasses !== null) {
      const classes = target.imageNetClasses;
      const data = await dataOf(target.photoSide);
      for (const base of ['mobilenet', 'efficientnet-lite0'] as const)
        await add(base, 'as-it-comes', target.photoSide, () =>
          measureImageNetSums(tf, files, base, data, classes),
        );
    }
    await transfer(target.randomBase, ['frozen'], true);
  }
  if (isComplete) for (const base of target.bases) await transfer(base, transferStrategies, false);
  else if (perClass === mainCount)
    await transfer(target.sizeBases[0], ['frozen', 'frozen-longer', 'everything'], false);
  else for (const base of target.sizeBases) await transfer(base, ['frozen', 'everything'], false);
  return measurements;

  async function transfer(
    base: BaseName,
    wanted: readonly TransferStrategy[],
    isRandom: boolean,
  ): Promise<void> {
    const isOfPhotos = base === 'mobilenet' || base === 'efficientnet-lite0';
    const side = isOfPhotos ? target.photoSide : target.side;
    const label = `${isRandom ? 'random-' : ''}${base === 'other-pair' ? otherName : base}`;
    reseed(label, 'weights');
    const scores = await measureTransfer(tf, await dataOf(side), wanted, {
      async load() {
        if (base !== 'other-pair') return loadBase(tf, files, base, { side, isRandom });
        if (other === null) throw new Error(`${name} has no other pair`);
        return other.copy(side);
      },
      reseed: (strategy) => reseed(label, strategy),
      fineTuningRate: target.fineTuningRate,
    });
    for (const strategy of wanted) {
      const result = scores[strategy];
      if (result !== undefined) measurements.push({ base: label, strategy, inputSize: side, ...result });
    }
  }
}
