import type { LayersModel, SymbolicTensor, Tensor } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../../kernel/library-dependencies.ts';
import { isAlive } from '../../kernel/network/is-alive.ts';
import type { FrameMessage } from '../../protocol/host-to-worker.ts';
import type { OutputOf } from '../../protocol/output.ts';
import { liveSide, reportClasses } from '../../protocol/output-limits.ts';
import { ArgumentError } from '../argument-error.ts';
import { withoutAlpha } from '../data/read-pixels.ts';
import { type Preprocess, toInput } from '../data/to-input.ts';
import { asProbabilities } from '../evaluation/score-predictions.ts';
import { requireModel } from '../require-model.ts';
import type { Shape } from '../shape.ts';
import { transferWords } from '../transfer-words.ts';
import { liveWords } from './live-words.ts';

export interface LiveCameraOptions {
  /** The names of the classes, in the order of the model's outputs. Default: their numbers. */
  readonly classNames?: readonly string[];
  /** As in `imageDataset`: converts pixels (0 to 255) to the model's input. Default: no change. */
  readonly preprocess?: Preprocess;
}

type Part = OutputOf<'live'>;

/** A live view on the page, with the model that classifies its pictures. */
interface LiveView {
  readonly cell: string;
  readonly run: number;
  readonly model: LayersModel;
  readonly preprocess: Preprocess | undefined;
  readonly part: Part;
}

/** The most live views; the oldest are dropped first. */
const maxViews = 50;

interface LiveCamera {
  /** Shows a live view. @throws {ArgumentError} if the model is no classifier of pictures, or an option is invalid */
  show(model: LayersModel, options?: LiveCameraOptions): void;
  /** Classifies a picture of a live view, and sends its new state. Never rejects. */
  classify(message: FrameMessage): Promise<void>;
  /** Releases the models of views that a new run of their cell has replaced. */
  endRun(): void;
}

/** Creates what classifies the pictures that the page sends: the frames of a camera, or files. */
export function createLiveCamera({
  tf,
  capture,
  language,
  run: currentRun,
  post,
}: Pick<LibraryDependencies, 'tf' | 'capture' | 'language' | 'run' | 'post'>): LiveCamera {
  const words = liveWords[language];
  let views: readonly LiveView[] = [];
  let count = 0;

  function inputSize({ inputs }: LayersModel): Pick<Part, 'width' | 'height'> {
    const shape = onlyShape(inputs);
    const [, height, width, channels] = shape;
    if (shape.length !== 4 || channels !== 3 || !isSide(height) || !isSide(width))
      throw new ArgumentError(words.input(shape, liveSide));
    return { width, height };
  }

  function namesOf({ outputs }: LayersModel, names: readonly string[] | undefined): readonly string[] {
    const shape = onlyShape(outputs);
    const [, width] = shape;
    if (shape.length !== 2 || typeof width !== 'number')
      throw new ArgumentError(transferWords[language].reportOutput(shape));
    // A single output is the probability of the second of two classes.
    const classes = width === 1 ? 2 : width;
    if (classes > reportClasses) throw new ArgumentError(words.tooManyClasses(classes, reportClasses));
    if (names !== undefined && names.length !== classes)
      throw new ArgumentError(transferWords[language].reportNames(names.length, classes));
    return Array.from({ length: classes }, (_, index) => String(names?.[index] ?? index));
  }

  async function probabilitiesOf(
    { model, preprocess, part: { width, height } }: LiveView,
    pixels: ArrayBuffer,
  ): Promise<readonly number[]> {
    const { data } = withoutAlpha({ width, height, data: new Uint8ClampedArray(pixels) });
    const prediction = tf.tidy(
      () => model.predict(toInput(tf, Float32Array.from(data), [1, height, width, 3], preprocess)) as Tensor,
    );
    try {
      const [row = []] = asProbabilities(await prediction.data(), prediction.shape[1] ?? 1).rows;
      return row;
    } finally {
      prediction.dispose();
    }
  }

  async function answerOf(
    view: LiveView,
    { frame, pixels }: FrameMessage,
  ): Promise<NonNullable<Part['answer']>> {
    try {
      const probabilities = [...(await probabilitiesOf(view, pixels))];
      if (probabilities.every(Number.isFinite)) return { frame, probabilities, problem: null };
      return { frame, probabilities: [], problem: words.notNumbers };
    } catch (error) {
      const problem = isAlive(view.model) ? words.failed(messageOf(error)) : words.disposed;
      return { frame, probabilities: [], problem };
    }
  }

  return {
    show(model, options) {
      requireModel(model, language);
      const { classNames, preprocess } = Object(options) as LiveCameraOptions;
      if (preprocess !== undefined && typeof preprocess !== 'function')
        throw new ArgumentError(words.preprocess);
      const part: Part = {
        kind: 'live',
        id: `live-${++count}`,
        ...inputSize(model),
        classNames: [...namesOf(model, classNames)],
        answer: null,
      };
      const { cell, run } = currentRun();
      views = [...views, { cell, run, model, preprocess, part }].slice(-maxViews);
      capture.show(part);
    },
    async classify(message) {
      const view = views.find(({ run, part }) => run === message.run && part.id === message.view);
      if (view === undefined) return;
      const { cell, run, part } = view;
      post({ type: 'redrawn', cell, run, part: { ...part, answer: await answerOf(view, message) } });
    },
    endRun() {
      const { cell, run } = currentRun();
      views = views.filter((view) => view.cell !== cell || view.run === run);
    },
  };
}

/** Returns the shape of a model's only input or output; an empty one if there are several, or none yet. */
function onlyShape(tensors: readonly SymbolicTensor[] | undefined): Shape {
  return tensors?.length === 1 ? (tensors[0]?.shape ?? []) : [];
}

function isSide(size: number | null | undefined): size is number {
  return typeof size === 'number' && size >= 1 && size <= liveSide;
}

/** Returns the message of an error that a cell's function threw, whatever it is. */
function messageOf(error: unknown): string {
  try {
    return String(Object(error).message).slice(0, 300);
  } catch {
    return '';
  }
}
