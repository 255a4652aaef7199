import type * as TensorFlow from '@tensorflow/tfjs';
import { type Language, languages } from '../shared/language.ts';
import { ModelArgumentError } from './model-argument-error.ts';

/** A class of ImageNet: its WordNet id, and its name in each language. */
type ClassLabel = Readonly<Record<'wnid' | Language, string>>;

const labelKeys: readonly (keyof ClassLabel)[] = ['wnid', ...languages];

interface Prediction {
  readonly wnid: string;
  /** The class's name. */
  readonly label: string;
  /** 0 to 1. */
  readonly probability: number;
  /** The class's index in the model's output. */
  readonly index: number;
}

interface DecodePredictionsDeps {
  /** The parsed content of the model's `labels.json`, in the order of the model's outputs. */
  readonly labels: unknown;
  /** The page's language. */
  readonly language: Language;
}

interface DecodePredictionsOptions {
  /** How many classes are returned for each picture. Default 5. */
  readonly top?: number;
  /** The language of the labels. Default: the page's. */
  readonly language?: Language;
}

/** [batch, classes], or [classes] for one picture. */
export type Probabilities = Pick<TensorFlow.Tensor, 'shape' | 'data'>;

export type DecodePredictions = (
  probabilities: Probabilities,
  options?: DecodePredictionsOptions,
) => Promise<Prediction[][]>;

/**
 * Creates the function `decodePredictions`, which reads a classifier's output as Keras's `decode_predictions` does.
 *
 * It returns one list for each picture (one list for a tensor of rank 1, too), with the most probable class first, the lower
 * index first among equals. It does not dispose of the tensor, and rejects with `ModelArgumentError` `rank`, `classes` or
 * `top`.
 * @throws {ModelArgumentError} `labels`, if `labels` is not a list of `{ wnid, …name in each language }`
 */
export function createDecodePredictions({
  labels,
  language: pageLanguage,
}: DecodePredictionsDeps): DecodePredictions {
  const classes = requireLabels(labels);
  return async (probabilities, { top = 5, language = pageLanguage } = {}) => {
    requireShape(probabilities.shape, classes.length);
    if (!Number.isInteger(top) || top < 1) {
      throw new ModelArgumentError('top', 'decodePredictions', 'a whole number from 1 up', String(top));
    }
    const values = Array.from(await probabilities.data());
    const pictures = values.length / classes.length;
    return Array.from({ length: pictures }, (_, picture) => {
      const row = values.slice(picture * classes.length, (picture + 1) * classes.length);
      return mostProbable(row, top).map(([index, probability]) => {
        const { wnid = '', [language]: label = '' } = classes[index] ?? {};
        return { wnid, label, probability, index };
      });
    });
  };
}

function mostProbable(row: readonly number[], top: number): [index: number, value: number][] {
  return [...row.entries()].sort(([, a], [, b]) => b - a).slice(0, top);
}

function requireShape(shape: readonly number[], classes: number): void {
  const found = `[${shape.join(', ')}]`;
  if (shape.length !== 1 && shape.length !== 2) {
    throw new ModelArgumentError('rank', 'decodePredictions', `[batch, ${classes}] or [${classes}]`, found);
  }
  if (shape.at(-1) !== classes) {
    throw new ModelArgumentError(
      'classes',
      'decodePredictions',
      `${classes} probabilities per picture`,
      found,
    );
  }
}

function requireLabels(labels: unknown): readonly ClassLabel[] {
  const form = `{ ${labelKeys.join(', ')} }`;
  if (!Array.isArray(labels) || labels.length === 0) {
    throw new ModelArgumentError('labels', 'labels', `a list of ${form}`, typeof labels);
  }
  return labels.map((label: unknown, index) => {
    if (isLabel(label)) return label;
    throw new ModelArgumentError('labels', `labels[${index}]`, form, JSON.stringify(label) ?? 'nothing');
  });
}

function isLabel(value: unknown): value is ClassLabel {
  return (
    typeof value === 'object' &&
    value !== null &&
    labelKeys.every((key) => typeof Reflect.get(value, key) === 'string')
  );
}
