import type * as TensorFlow from '@tensorflow/tfjs';
import type { Language } from '../shared/language.ts';
import { ModelArgumentError } from './model-argument-error.ts';

/** One class of ImageNet, in the model's order: the WordNet id and its name in each language. */
type ClassLabel = { readonly wnid: string } & Readonly<Record<Language, string>>;

interface Prediction {
  readonly wnid: string;
  readonly label: string;
  /** 0 to 1. */
  readonly probability: number;
  /** The class's place in the model's output. */
  readonly index: number;
}

interface DecodePredictionsDeps {
  /** What `labels.json` of the model holds, as parsed. */
  readonly labels: unknown;
  /** The page's language, taken where the caller names none. */
  readonly language: Language;
}

interface DecodePredictionsOptions {
  /** How many classes per picture, the likeliest first. */
  readonly top?: number;
  readonly language?: Language;
}

/** [batch, classes], or [classes] for one picture. */
export type Probabilities = Pick<TensorFlow.Tensor, 'shape' | 'data'>;

export type DecodePredictions = (
  probabilities: Probabilities,
  options?: DecodePredictionsOptions,
) => Promise<Prediction[][]>;

/**
 * Makes the reader of a classifier's output, as Keras's `decode_predictions`.
 * @returns a function that gives one list per picture (one list also for a tensor of rank 1), the likeliest class
 *   first, the lower index first among equals. The tensor is read, not disposed. It rejects with
 *   `ModelArgumentError`: `rank`, `classes` or `top`.
 * @throws ModelArgumentError `labels` when `labels` is no list of `{ wnid, es, en }`
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
      return likeliest(row, top).map(([index, probability]) => {
        const { wnid = '', [language]: label = '' } = classes[index] ?? {};
        return { wnid, label, probability, index };
      });
    });
  };
}

function likeliest(row: readonly number[], top: number): [index: number, value: number][] {
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
  if (!Array.isArray(labels) || labels.length === 0) {
    throw new ModelArgumentError('labels', 'labels', 'a list of { wnid, es, en }', typeof labels);
  }
  return labels.map((label: unknown, index) => {
    if (isLabel(label)) return label;
    throw new ModelArgumentError(
      'labels',
      `labels[${index}]`,
      '{ wnid, es, en }',
      JSON.stringify(label) ?? 'nothing',
    );
  });
}

function isLabel(value: unknown): value is ClassLabel {
  return (
    typeof value === 'object' &&
    value !== null &&
    'wnid' in value &&
    'es' in value &&
    'en' in value &&
    [value.wnid, value.es, value.en].every((text) => typeof text === 'string')
  );
}
