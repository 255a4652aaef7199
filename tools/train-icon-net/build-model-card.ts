import type { IconSet } from '../../src/lessons-runtime/datasets/icons/icon-manifest.ts';
import { type Artifacts, countParameters } from '../convert-efficientnet-lite0/write-artifacts.ts';
import type { Accuracy } from '../train-network/measure-accuracy.ts';
import { filters } from './build-icon-net.ts';
import type { TrainingRecord } from './training-record.ts';

/** Measurements of the published files. */
export interface Published {
  /** Families whose icons it was not trained on, because lessons evaluate it on their butterflies and bees. */
  readonly heldOut: readonly string[];
  readonly accuracy: Accuracy;
  readonly encoding: string;
  /** Largest absolute difference between the probabilities of the trained and the published network, over all pictures. */
  readonly largestDifference: number;
  /** The output of `measure-transfer.ts`. */
  readonly transfer: unknown;
}

/**
 * Creates the content of `model-card.json`.
 * @param sets those of the training icons
 */
export function buildModelCard(
  artifacts: Artifacts,
  record: TrainingRecord,
  sets: readonly IconSet[],
  published: Published,
): object {
  const { plan, classNames, icons, families, epochs, unseenDesigners } = record;
  const { shards } = artifacts;
  return {
    name: 'IconNet',
    version: 2,
    task: `classification of drawn icons, ${classNames.length} kinds of thing`,
    author: 'The Deshielo authors',
    licence: 'Apache-2.0',
    licenceFile: 'LICENSE.txt',
    madeBy: 'tools/train-icon-net',
    parameters: countParameters(artifacts),
    architecture: `5 × (convolution 3×3, BatchNorm, ReLU, max pooling 2×2) of ${filters.join(', ')} filters, mean of each map, one dense layer; the BatchNorm is folded into the convolutions`,
    input: {
      shape: [null, null, null, 3],
      trainedAt: [64, 64, 3],
      colour: 'RGB, 0 to 1',
      preprocessing: 'none',
    },
    output: { layer: 'predictions', shape: [null, classNames.length], meaning: 'probabilities', classNames },
    featureMap: { layer: 'pool5', shape: [null, 'height / 32', 'width / 32', filters.at(-1)] },
    training: {
      data: `${icons.train} icons of ${classNames.length} kinds in sets of icons that tools/build-icons takes from pinned packages; neither butterflies nor bees among them`,
      icons,
      designers: families,
      designersHeldBack: published.heldOut,
      pictures: 'each icon once an epoch, composed by src/lessons-runtime/datasets/icons with the seed below',
      seed: plan.seed,
      optimizer: `Adam, batches of ${plan.batchSize}, learning rate up to ${plan.learningRate}, ${plan.epochs} epochs`,
      epochs: epochs.map(({ loss, trainAccuracy }) => ({ loss, trainAccuracy })),
    },
    unseenDesigners: {
      of: 'one picture of each icon of these kinds by the designers that were held back: those who have a butterfly or a bee in icons@1, and those who share drawings with them; no icon of theirs was trained with',
      asTrained: unseenDesigners,
      asPublished: published.accuracy,
    },
    transfer: published.transfer,
    quantisation: {
      published: published.encoding,
      largestDifference: published.largestDifference,
      inMemory:
        'tfjs turns every weight back into float32 as it loads, so that all of them can be trained further',
    },
    files: Object.fromEntries(shards.map(({ path, bytes }) => [path, bytes.length])),
    trainedOn: sets.map(({ id, title, author, family, licence, url }) => ({
      id,
      title,
      author,
      family,
      licence,
      url,
    })),
    limits: [
      `Knows drawn icons of ${classNames.length} kinds and nothing else: photographs are far from what it has seen.`,
      'Most of the kinds are objects and symbols: the only animals are cat, dog and fish, because the other designers drew few of the others.',
      'The accuracy on butterflies and bees is measured on designers that it has not seen. An accuracy on the cats and dogs of icons@1 would not be: those by designers without a butterfly or a bee are in its training data.',
      'A designer is the author or vendor of a set; those known to use drawings of each other count as one. Simple icons, such as hearts and stars, can be nearly the same in the sets of several designers.',
      'Names of the kinds are names that icon sets use; a few icons under a name show something else.',
    ],
  };
}
