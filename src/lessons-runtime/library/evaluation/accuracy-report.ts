import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { picturesOf } from '../../kernel/inspect/tensor-pictures.ts';
import { statisticsOf } from '../../kernel/inspect/tensor-statistics.ts';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import { innerModel } from '../../kernel/network/inner-model.ts';
import { chartLimits } from '../../protocol/chart-limits.ts';
import type { OutputOf } from '../../protocol/output.ts';
import { mistakesShown } from '../../protocol/output-limits.ts';
import type { TrainingEvent } from '../../protocol/training.ts';
import { trainingLimits } from '../../protocol/training-limits.ts';
import { trainingWords } from '../../protocol/training-words.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import type { TrainingLog } from '../log/training-log.ts';
import { requireModel } from '../require-model.ts';
import { transferWords } from '../transfer-words.ts';
import { scoreModel } from './score-model.ts';
import { onlyClassPredicted, type Score, type ScoredPrediction } from './score-predictions.ts';

export interface AccuracyReportOptions {
  /** The classes in the order of the model's outputs; their numbers where it is left out. */
  readonly classNames?: readonly string[];
  /** The examples' names, such as the files that they come from; their places where it is left out. */
  readonly ids?: readonly string[];
  /** The pictures behind `xs`, where those are features: [n, height, width, channels]. */
  readonly pictures?: Tensor;
  /** How many of the worst are shown. Default 8, at most 24. */
  readonly worst?: number;
  /** Examples at a time. Default 32, as in Keras's `predict`. */
  readonly batchSize?: number;
}

export interface AccuracyReport {
  /** The share that was told right, 0 to 1. */
  readonly accuracy: number;
  readonly classes: readonly { readonly name: string; readonly accuracy: number; readonly count: number }[];
  /** `confusion[label][predicted]`: how many. */
  readonly confusion: readonly (readonly number[])[];
  /** By falling loss. */
  readonly worst: readonly {
    readonly id: string;
    readonly label: string;
    readonly predicted: string;
    readonly probability: number;
    readonly loss: number;
  }[];
}

/** The longest side of a picture among the worst, in pixels. */
const pictureSide = 160;

/**
 * Makes the function that shows how well a classifier does: accuracy, that of each class, the confusion matrix, and the
 * examples of the highest loss. `ys` are class numbers [n] or one-hot rows [n, classes].
 * @throws {ArgumentError} from that function, where labels, names or outputs do not fit each other
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

  /** Pictures of a batch by their places; `null` for each where they do not look like any. */
  async function picturesAt(
    source: Tensor,
    places: readonly number[],
  ): Promise<readonly Mistake['picture'][]> {
    const none = places.map(() => null);
    if (source.shape.length !== 4 || places.length === 0) return none;
    const chosen = tf.gather(source, [...places]);
    const values = await chosen.data();
    chosen.dispose();
    const statistics = statisticsOf(values);
    const size = values.length / places.length;
    return places.map((_, at) => {
      const one = values.subarray(at * size, (at + 1) * size);
      const found = picturesOf(one, source.shape.slice(1), statistics, pictureSide);
      return found && { width: found.width, height: found.height, pixels: found.pixels };
    });
  }

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
        data: classesOf(score, labels).map(({ name, ...rest }) => ({ label: name, ...rest })),
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

  /** The log of trainings keeps it with the last training of the model, if it had one. */
  function tellLog(model: LayersModel, { confusion }: Score, names: readonly string[]): void {
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

    const names = Array.from({ length: classes }, (_, place) => String(classNames?.[place] ?? place));
    const shown = score.byLoss.slice(0, Math.max(0, Math.min(mistakesShown, worst)));
    const told = (each: ScoredPrediction) => ({
      label: names[each.label] ?? '',
      predicted: names[each.predicted] ?? '',
      probability: each.probability,
      loss: each.loss,
    });
    const id = ({ index }: ScoredPrediction) => String(ids?.[index] ?? index);
    const found = await picturesAt(
      pictures,
      shown.map(({ index }) => index),
    );
    const mistakes = shown.map((each, at) => ({
      name: id(each),
      ...told(each),
      picture: found[at] ?? null,
    }));
    capture.show(
      { kind: 'mistakes', total: score.total, right: score.right, worst: mistakes },
      mistakes.flatMap(({ picture }) => picture?.pixels ?? []),
    );
    const only = onlyClassPredicted(score);
    if (only !== null)
      capture.show({
        kind: 'note',
        level: 'warn',
        text: words.oneClassReported(score.total, names[only] ?? ''),
      });
    showCharts(score, names);
    tellLog(model, score, names);
    return {
      accuracy: score.right / score.total,
      classes: classesOf(score, names),
      confusion: score.confusion,
      worst: shown.map((each) => ({ id: id(each), ...told(each) })),
    };
  };
}

type Mistake = OutputOf<'mistakes'>['worst'][number];

/** NaN for a class of which there is no example. */
function classesOf({ confusion }: Score, names: readonly string[]): AccuracyReport['classes'] {
  return names.map((name, label) => {
    const row = confusion[label] ?? [];
    const count = row.reduce((sum, each) => sum + each, 0);
    return { name, accuracy: (row[label] ?? 0) / count, count };
  });
}
