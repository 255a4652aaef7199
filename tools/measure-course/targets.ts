import type { openCourseFiles } from '../open-course-files.ts';
import type { BaseName } from './bases.ts';
import { recipes } from './recipes.ts';

type CourseFiles = ReturnType<typeof openCourseFiles>;

/** A pair of classes to tell apart. */
export interface Target {
  readonly dataset: 'photoDataset' | 'drawingDataset' | 'iconDataset';
  readonly names: readonly [string, string];
  /** Side of the pictures for networks from scratch and bases of the same world, in pixels. */
  readonly side: number;
  /** Side of the pictures for bases trained on photos. */
  readonly photoSide: number;
  /** The bases with which all strategies are measured at 10 examples per class. */
  readonly bases: readonly BaseName[];
  /** The bases that are measured at other numbers of examples, too; the first is the one that the course relies on. */
  readonly sizeBases: readonly [BaseName, BaseName];
  /** The base whose architecture, with random weights, is measured frozen. */
  readonly randomBase: BaseName;
  /** Two other kinds of thing of the same world, on which the base `other-pair` is trained. */
  readonly otherPair: {
    readonly dataset: 'drawingDataset' | 'iconDataset';
    readonly names: readonly [string, string];
  } | null;
  /** Classes of ImageNet that stand for each class, as indices; without them the networks cannot be used as they are. */
  readonly imageNetClasses: readonly [readonly number[], readonly number[]] | null;
  readonly perClass: readonly number[];
  /** The learning rate of fine-tuning. */
  readonly fineTuningRate: number;
  /** The number of splits for the rows that the course relies on: from scratch, and the first of `sizeBases`. */
  readonly splits: number;
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const bee = 309;
const butterflies = range(321, 326);
const [breakwater, alp, cliff, lakeside, promontory, sandbar, seashore, valley, volcano] = [
  460, 970, 972, 975, 976, 977, 978, 979, 980,
];
const photoBases = ['other-pair', 'mobilenet', 'efficientnet-lite0'] as const;

export const targets = {
  landscapes: {
    dataset: 'photoDataset',
    names: ['water', 'mountain'],
    side: 96,
    photoSide: 96,
    bases: photoBases,
    sizeBases: ['mobilenet', 'efficientnet-lite0'],
    randomBase: 'mobilenet',
    otherPair: { dataset: 'iconDataset', names: ['cat', 'dog'] },
    imageNetClasses: [
      [breakwater, lakeside, promontory, sandbar, seashore],
      [alp, cliff, valley, volcano],
    ],
    perClass: [5, 10, 20],
    fineTuningRate: recipes.fineTuning.learningRate.photos,
    splits: 20,
  },
  'galaxies-nebulae': {
    dataset: 'photoDataset',
    names: ['galaxy', 'nebula'],
    side: 128,
    photoSide: 128,
    bases: photoBases,
    sizeBases: ['mobilenet', 'efficientnet-lite0'],
    randomBase: 'mobilenet',
    otherPair: { dataset: 'iconDataset', names: ['cat', 'dog'] },
    imageNetClasses: null,
    perClass: [5, 10, 20, 40],
    fineTuningRate: recipes.fineTuning.learningRate.photos,
    splits: 20,
  },
  'butterfly-bee-drawn': {
    dataset: 'drawingDataset',
    names: ['butterfly', 'bee'],
    side: 32,
    photoSide: 64,
    bases: ['other-pair', 'drawing-net', 'mobilenet', 'efficientnet-lite0'],
    sizeBases: ['drawing-net', 'mobilenet'],
    randomBase: 'drawing-net',
    otherPair: { dataset: 'drawingDataset', names: ['cat', 'dog'] },
    imageNetClasses: [butterflies, [bee]],
    perClass: [5, 10, 20, 40],
    fineTuningRate: recipes.fineTuning.learningRate.drawings,
    splits: 20,
  },
  'cat-dog-drawn': {
    dataset: 'drawingDataset',
    names: ['cat', 'dog'],
    side: 32,
    photoSide: 64,
    bases: ['other-pair', 'drawing-net', 'mobilenet', 'efficientnet-lite0'],
    sizeBases: ['drawing-net', 'mobilenet'],
    randomBase: 'drawing-net',
    otherPair: { dataset: 'drawingDataset', names: ['butterfly', 'bee'] },
    imageNetClasses: [range(281, 285), range(151, 268)],
    perClass: [5, 10, 20, 40],
    fineTuningRate: recipes.fineTuning.learningRate.drawings,
    splits: 20,
  },
  'butterfly-bee-icons': {
    dataset: 'iconDataset',
    names: ['butterfly', 'bee'],
    side: 64,
    photoSide: 64,
    bases: ['other-pair', 'icon-net', 'mobilenet', 'efficientnet-lite0'],
    sizeBases: ['icon-net', 'mobilenet'],
    randomBase: 'icon-net',
    otherPair: { dataset: 'iconDataset', names: ['cat', 'dog'] },
    imageNetClasses: [butterflies, [bee]],
    perClass: [5, 10],
    fineTuningRate: recipes.fineTuning.learningRate.drawings,
    splits: 20,
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof targets;

/** Loads a pair of classes with a test part. */
export function loadPair(
  files: CourseFiles,
  { dataset, names }: Pick<Target, 'dataset' | 'names'>,
  options: { numExamples: number; augment: number; split: number; seed: number; imageSize: number },
) {
  return dataset === 'iconDataset'
    ? files.iconDataset(names, { ...options, test: true })
    : files[dataset](names, options);
}
