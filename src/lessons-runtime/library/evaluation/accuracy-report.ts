import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import { innerModel } from '../../kernel/network/inner-model.ts';
import { chartLimits } from '../../protocol/chart-limits.ts';
import { mistakesShown, reportClasses, thumbnailsShown } from '../../protocol/output-limits.ts';
import type { TrainingEvent } from '../../protocol/training.ts';
import { trainingLimits } from '../../protocol/training-limits.ts';
import { trainingWords } from '../../protocol/training-words.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import type { TrainingLog } from '../log/training-log.ts';
import { requireModel } from '../require-model.ts';
import { transferWords } from '../transfer-words.ts';
import { picturesAt } from './example-pictures.ts';
import { examplesByCell, oncePerSource } from './report-examples.ts';
import { scoreModel } from './score-model.ts';
import { onlyClassPredicted, type Score, type ScoredPrediction } from './score-predictions.ts';

interface AccuracyReportOptions {
  /** The names of the classes, in the order of the model's outputs. Default: their numbers. */
  readonly classNames?: readonly string[];
  /**
   * The names of the examples, such as file names. Default: their indices. Examples of a class with the same name are copies of
   * one picture, which is shown once.
   */
  readonly ids?: readonly string[];
  /** The images to show if `xs` are features: [n, height, width, channels]. Default: `xs`. */
  readonly pictures?: Tensor;
  /** How many of the examples with the highest loss are shown. Default 8, at most 24. */
  readonly worst?: number;
  /** Default 32, as in Keras's `predict`. */
  readonly batchSize?: number;
}

export interface AccuracyReport {
  /** The share of correct predictions, 0 to 1. */
  readonly accuracy: number;
  /** The accuracy of each class, 0 to 1, and the number of its examples; NaN for a class without examples. */
  readonly classes: readonly { readonly name: string; readonly accuracy: number; readonly count: number }[];
  /** `confusion[label][predicted]` is the number of such examples. */
  readonly confusion: readonly (readonly number[])[];
  /** The examples with the highest loss, in descending order, one of each name. */
  readonly worst: readonly {
    readonly id: string;
    readonly label: string;
    readonly predicted: string;
    /** Of the predicted class, 0 to 1. */
    readonly probability: number;
    /** The cross-entropy, in nats. */
    readonly loss: number;
  }[];
}

/** The lengths of the longer side of the pictures, in pixels. */
const sides = { worst: 160, thumbnail: 64 };

/**
 * Creates the function `accuracyReport`, which shows and returns a classifier's accuracy, the accuracy of each class, the
 * confusion matrix, and the examples with the highest loss.
 *
 * Its arguments: `xs` is what the model's input takes, [n, …]; `ys` are class numbers [n] or one-hot rows [n, classes].
 * @throws {ArgumentError} from that function, if labels, names and the model's output do not match
 */
export function createAccuracyReport(
  deps: Pick<LibraryDependencies, 'tf' | 'capture' | 'run' | 'post'> & {
    readonly language: Language;
    readonly log: Pick<TrainingLog, 'placeOf'>;
  },
): (model: LayersModel, xs: Tensor, ys: Tensor, options?: AccuracyReportOptions) => Promise<AccuracyReport> {
  const { tf, capture, language } = deps;
  const words = transferWords[language];
  let reports = 0;

  /** Shows tables for a model of so many classes that a report has no confusion matrix. */
  function showCharts(score: Score, names: readonly string[]): void {
    if (names.length > chartLimits.classes) return;
    reports += 1;
    const labels = names.map((name) => name.slice(0, chartLimits.text));
    const surface = (name: string) => ({ name, tab: 'Visor' });
    const options = {};
    capture.show({
      kind: 'chart',
      id: `report-${reports}-classes`,
      call: {
        path: 'show.perClassAccuracy',
        surface: surface(words.perClass),
        data: accuracyByClass(score, labels).map(({ name, ...rest }) => ({ label: name, ...rest })),
        options,
        sample: null,
      },
    });
    capture.show({
      kind: 'chart',
      id: `report-${reports}-confusion`,
      call: {
        path: 'render.confusionMatrix',
        surface: surface(trainingWords[language].confusionMatrix),
        data: { values: score.confusion.map((row) => [...row]), tickLabels: labels },
        options,
        sample: null,
      },
    });
  }

  /** Adds the confusion matrix to the model's last training in the log, if there is one. */
  function reportToLog(model: LayersModel, { confusion }: Score, names: readonly string[]): void {
    const place = deps.log.placeOf(innerModel(model));
    if (place === undefined || names.length > trainingLimits.classes) return;
    const labels = names.map((name) => name.slice(0, trainingLimits.text));
    const event: TrainingEvent = {
      type: 'confusion',
      place,
      confusion: { labels, values: confusion.map((row) => [...row]) },
    };
    const { cell, run } = deps.run();
    deps.post({ type: 'training', cell, run, event });
  }

  return async (model, xs, ys, options = {}) => {
    requireModel(model, language);
    if (!(xs instanceof tf.Tensor) || !(ys instanceof tf.Tensor))
      throw new ArgumentError(words.reportTensors);
    const { batchSize, classNames, ids, pictures = xs, worst = 8 } = options;
    const { score, classes } = await scoreModel(tf, model, [xs, ys], language, batchSize);
    if (classNames !== undefined && classNames.length !== classes)
      throw new ArgumentError(words.reportNames(classNames.length, classes));

    const names = Array.from({ length: classes }, (_, label) => String(classNames?.[label] ?? label));
    const sourceOf = (index: number) => String(ids?.[index] ?? index);
    const isSmall = classes <= reportClasses;
    const examples = isSmall ? examplesByCell(score.byLoss, sourceOf, thumbnailsShown) : [];
    const shown = oncePerSource(score.byLoss, sourceOf).slice(0, Math.max(0, Math.min(mistakesShown, worst)));
    const describe = (each: ScoredPrediction) => ({
      label: names[each.label] ?? '',
      predicted: names[each.predicted] ?? '',
      probability: each.probability,
      loss: each.loss,
    });
    const indices = shown.map(({ example }) => example.index);
    const large = await picturesAt(tf, pictures, indices, sides.worst);
    const exampleIndices = examples.map(({ index }) => index);
    const small = await picturesAt(tf, pictures, exampleIndices, sides.thumbnail);
    capture.show(
      {
        kind: 'report',
        total: score.total,
        right: score.correct,
        classNames: isSmall ? names : [],
        matrix: isSmall ? score.confusion.map((row) => [...row]) : [],
        examples: examples.map(({ label, predicted }, at) => ({
          ...{ label, predicted },
          picture: small[at] ?? null,
        })),
        worst: shown.map(({ example, copies }, at) => ({
          name: sourceOf(example.index),
          ...describe(example),
          ...{ copies, picture: large[at] ?? null },
        })),
      },
      [...large, ...small].flatMap((picture) => picture?.pixels ?? []),
    );
    const onlyClass = onlyClassPredicted(score);
    if (onlyClass !== null)
      capture.show({
        kind: 'note',
        level: 'warn',
        text: words.oneClassReported(score.total, names[onlyClass] ?? ''),
      });
    if (!isSmall) showCharts(score, names);
    reportToLog(model, score, names);
    return {
      accuracy: score.correct / score.total,
      classes: accuracyByClass(score, names),
      confusion: score.confusion,
      worst: shown.map(({ example }) => ({ id: sourceOf(example.index), ...describe(example) })),
    };
  };
}

function accuracyByClass({ confusion }: Score, names: readonly string[]): AccuracyReport['classes'] {
  return names.map((name, label) => {
    const row = confusion[label] ?? [];
    const count = row.reduce((sum, each) => sum + each, 0);
    return { name, accuracy: (row[label] ?? 0) / count, count };
  });
}
