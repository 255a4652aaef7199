import type * as TensorFlow from '@tensorflow/tfjs';
import { type Language, languages } from '../shared/language.ts';
import { ModelArgumentError } from './model-argument-error.ts';

/** The key of a class: its WordNet id for ImageNet, or its name for drawings. */
type LabelKey = 'wnid' | 'name';

/** A class: its key, and its name in each language. */
type ClassLabel<Key extends LabelKey> = Readonly<Record<Key | Language, string>>;

/** A class with its probability. */
type Prediction<Key extends LabelKey> = Readonly<Record<Key, string>> & {
  /** The class's name. */
  readonly label: string;
  /** 0 to 1. */
  readonly probability: number;
  /** The class's index in the model's output. */
  readonly index: number;
};

interface DecodePredictionsDeps<Key extends LabelKey> {
  /** Which field of a label identifies its class. */
  readonly key: Key;
  /** The parsed content of the model's `labels.json`, in the order of the model's outputs. */
  readonly labels: unknown;
  /** The page's language. */
  readonly language: Language;
  /** The numbers of classes that the model has with its other weights, for messages. Default: none. */
  readonly otherCounts?: readonly number[];
}

interface DecodePredictionsOptions {
  /** How many classes are returned for each picture. Default 5. */
  readonly top?: number;
  /** The language of the labels. Default: the page's. */
  readonly language?: Language;
}

/** [batch, classes], or [classes] for one picture. */
export type Probabilities = Pick<TensorFlow.Tensor, 'shape' | 'data'>;

export type DecodePredictions<Key extends LabelKey = 'wnid'> = (
  probabilities: Probabilities,
  options?: DecodePredictionsOptions,
) => Promise<Prediction<Key>[][]>;

/**
 * Creates the function `decodePredictions`, which reads a classifier's output as Keras's `decode_predictions` does.
 *
 * It returns one list for each picture (one list for a tensor of rank 1, too), with the most probable class first, the lower
 * index first among equals. It does not dispose of the tensor, and rejects with `ModelArgumentError` `rank`, `classes` or
 * `top`.
 * @throws {ModelArgumentError} `labels`, if `labels` is not a list of `{ key, …name in each language }`
 */
export function createDecodePredictions<Key extends LabelKey>({
  key,
  labels,
  language: pageLanguage,
  otherCounts = [],
}: DecodePredictionsDeps<Key>): DecodePredictions<Key> {
  const classes = requireLabels(key, labels);
  return async (probabilities, { top = 5, language = pageLanguage } = {}) => {
    requireShape(probabilities.shape, classes.length, otherCounts);
    if (!Number.isInteger(top) || top < 1) {
      throw new ModelArgumentError('top', 'decodePredictions', 'a whole number from 1 up', String(top));
    }
    const values = Array.from(await probabilities.data());
    const pictures = values.length / classes.length;
    return Array.from({ length: pictures }, (_, picture) => {
      const row = values.slice(picture * classes.length, (picture + 1) * classes.length);
      return mostProbable(row, top).map(([index, probability]) => {
        const found = classes[index];
        const identity = { [key]: found?.[key] ?? '' } as Readonly<Record<Key, string>>;
        return { ...identity, label: found?.[language] ?? '', probability, index };
      });
    });
  };
}

function mostProbable(row: readonly number[], top: number): [index: number, value: number][] {
  return [...row.entries()].sort(([, a], [, b]) => b - a).slice(0, top);
}

function requireShape(shape: readonly number[], classes: number, otherCounts: readonly number[]): void {
  const counts = [...otherCounts, classes].join(' or ');
  const found = `[${shape.join(', ')}]`;
  if (shape.length !== 1 && shape.length !== 2) {
    throw new ModelArgumentError('rank', 'decodePredictions', `[batch, ${counts}] or [${counts}]`, found);
  }
  if (shape.at(-1) !== classes) {
    throw new ModelArgumentError(
      'classes',
      'decodePredictions',
      `${counts} probabilities per picture`,
      found,
    );
  }
}

function requireLabels<Key extends LabelKey>(key: Key, labels: unknown): readonly ClassLabel<Key>[] {
  const fields: readonly string[] = [key, ...languages];
  const form = `{ ${fields.join(', ')} }`;
  const isLabel = (value: unknown): value is ClassLabel<Key> =>
    typeof value === 'object' &&
    value !== null &&
    fields.every((field) => typeof Reflect.get(value, field) === 'string');
  if (!Array.isArray(labels) || labels.length === 0) {
    throw new ModelArgumentError('labels', 'labels', `a list of ${form}`, typeof labels);
  }
  return labels.map((label: unknown, index) => {
    if (isLabel(label)) return label;
    throw new ModelArgumentError('labels', `labels[${index}]`, form, JSON.stringify(label) ?? 'nothing');
  });
}
