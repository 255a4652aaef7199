import type { DrawingManifest } from '../../src/lessons-runtime/datasets/drawings/drawing-manifest.ts';
import { type Artifacts, countParameters } from '../convert-efficientnet-lite0/write-artifacts.ts';
import type { Accuracy } from '../train-network/measure-accuracy.ts';
import { blocks } from './build-drawing-net.ts';
import { type NetworkName, networks, targets } from './networks.ts';
import type { TrainingRecord } from './training-record.ts';

/** Measurements of the published files. */
interface Published {
  readonly accuracy: Accuracy;
  readonly encoding: string;
  /** Largest absolute difference between the probabilities of the trained and the published network, over the test drawings. */
  readonly largestDifference: number;
}

/** Creates the content of `model-card.json`. */
export function buildModelCard(
  name: NetworkName,
  artifacts: Artifacts,
  { phases, base, classNames, drawings, accuracy }: TrainingRecord,
  { source }: DrawingManifest,
  published: Published,
): object {
  const { shards } = artifacts;
  const { without } = networks[name];
  const advice =
    without.length > 0
      ? `It has seen no drawing of ${without.join(', ')}: measure a transfer to these.`
      : `Measure it on other drawings, such as those of myDrawings; for a transfer to ${targets.join(', ')} use drawing-net-341, which has seen none of them.`;
  return {
    name: `DrawingNet, ${classNames.length} classes`,
    version: 1,
    task: `classification of drawings, ${classNames.length} classes of things`,
    author: 'The Deshielo authors',
    licence: 'Apache-2.0',
    licenceFile: 'LICENSE.txt',
    madeBy: 'tools/train-drawing-net',
    parameters: countParameters(artifacts),
    architecture: `6 × (convolution 3×3, BatchNorm, ReLU) of ${blocks.flat().join(', ')} filters with max pooling 2×2 after the first, second and fourth, mean of each map, one dense layer; the BatchNorm is folded into the convolutions`,
    input: {
      shape: [null, null, null, 3],
      trainedAt: [32, 32, 3],
      colour: 'grey in three equal channels, 0 (ink) to 1 (paper)',
      preprocessing: 'none',
    },
    output: {
      layer: 'predictions',
      shape: [null, classNames.length],
      meaning: 'probabilities',
      classes: 'labels.json',
    },
    featureMap: { layer: 'relu6', shape: [null, 'height / 8', 'width / 8', blocks.at(-1)?.at(-1)] },
    training: {
      data: `${drawings.train} drawings of ${classNames.length} classes of public/datasets/drawings@1${without.length > 0 ? `; no ${without.join(', ')} among them` : ''}`,
      beganWith: base ?? 'random weights',
      pictures:
        'each drawing once an epoch, mirrored in half of the cases, turned by up to 15 degrees, sheared, scaled and moved',
      phases: phases.map(({ layers, plan, epochs }) => ({
        layers,
        optimizer: `Adam, batches of ${plan.batchSize}, learning rate up to ${plan.learningRate}, label smoothing ${plan.labelSmoothing}`,
        epochs: epochs.map(({ loss, trainAccuracy }) => ({ loss, trainAccuracy })),
      })),
    },
    accuracy: {
      of: 'drawings that were held out: 15 % of each class, which no training and no choice used',
      asTrained: accuracy,
      asPublished: published.accuracy,
    },
    quantisation: {
      published: published.encoding,
      largestDifference: published.largestDifference,
      inMemory:
        'tfjs turns every weight back into float32 as it loads, so that all of them can be trained further',
    },
    files: Object.fromEntries(shards.map(({ path, bytes }) => [path, bytes.length])),
    trainedOn: [source],
    limits: [
      'Knows line drawings of the classes in labels.json and nothing else: for anything it gives probabilities of these classes.',
      `The 85 % of the drawings that it was trained on were chosen without regard to the parts of drawingDataset, so it was trained on most drawings of its validation and test parts. ${advice}`,
      'The drawings are by players of a game who had 20 seconds, most of them from a few countries; what they thought typical of a thing is what it knows.',
      'Its probabilities are lower than its accuracy, because it was trained with label smoothing.',
    ],
  };
}
