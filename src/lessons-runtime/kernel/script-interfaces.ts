import type { KernelBackend } from '@tensorflow/tfjs';
import type { problemText } from '../compile/problems/problem-text.ts';
import type { createDrawingDataset } from '../datasets/drawings/drawing-dataset.ts';
import type { createMyDrawings } from '../datasets/drawings/my-drawings.ts';
import type { createIconDataset } from '../datasets/icons/icon-dataset.ts';
import type { createPhotoDataset } from '../datasets/photos/photo-dataset.ts';
import type { createCatsAndDogs } from '../models/cats-and-dogs.ts';
import type { createDecodePredictions } from '../models/decode-predictions.ts';
import type { FrameMessage, FreezeMessage } from '../protocol/host-to-worker.ts';
import type { ScriptName } from '../protocol/worker-scripts.ts';
import type { Language } from '../shared/language.ts';
import type { libraryText } from './errors/tensorflow-warnings.ts';
import type { errorWords } from './errors/word-error.ts';
import type { LibraryDependencies } from './library-dependencies.ts';
import type { memoryText } from './memory/memory-words.ts';
import type { OutputCapture } from './output/capture-output.ts';
import type { occludeCard } from './predictions/occlude-card.ts';
import type { addPredictionViews } from './predictions/prediction-views.ts';
import type { TensorFlow } from './tensorflow.ts';
import type { KernelExtension } from './training/around-fit.ts';
import type { Tasks, TaskWatch } from './training/watch-tasks.ts';

/*
 * The exports that the kernel expects of lazy scripts. Scripts in other folders import from the kernel; the kernel imports
 * nothing from them, not even types.
 */

/** The functions of the library that cells import from `deshielo`. */
export const libraryFunctions = [
  'cutModel',
  'splitModel',
  'extractFeatures',
  'saveModel',
  'loadSavedModel',
  'savedModels',
  'deleteSavedModel',
  'downloadModel',
  'openModel',
  'showLayers',
  'whatMoved',
  'accuracyReport',
  'occlusionMap',
  'showEmbeddings',
  'showNeighbours',
  'showSplits',
  'trainFourWays',
  'modelCard',
  'liveCamera',
  'imageDataset',
  'myClasses',
] as const;

export type LibraryFunctions = Readonly<
  Record<(typeof libraryFunctions)[number], (...args: never[]) => unknown>
> & {
  watchTasks(tasks: Tasks): TaskWatch;
};

/** The wrappers around training, and the functions that cells import. */
interface LibraryInterface extends LibraryFunctions, KernelExtension {
  /** Sends the weights of the running training to the page. Returns whether there was such a training. */
  saveRecovery(): boolean;
  /** Returns whether the function that returned a value has shown it already. */
  hasShown(value: unknown): boolean;
  /** Handles a `freeze` message. */
  freeze(message: FreezeMessage): void;
  /** Handles a `frame` message. Never rejects. */
  classify(message: FrameMessage): Promise<void>;
  /** Called when a run ends. */
  endRun(): void;
}

/** The exports of the script `library`. */
export interface LibraryScript {
  readonly createLibrary: (dependencies: LibraryDependencies) => LibraryInterface;
}

interface ChartsInterface {
  /** The module `@tensorflow/tfjs-vis` for cells. */
  readonly module: object;
  /** Called when a run ends. */
  endRun(): void;
}

/** The exports of the script `problems`. */
export interface ProblemsScript {
  readonly problemText: typeof problemText;
  readonly errorWords: typeof errorWords;
  readonly libraryText: typeof libraryText;
  readonly memoryText: typeof memoryText;
}

/** The exports of the script `labelled-data`. */
export interface LabelledDataScript {
  readonly createIconDataset: typeof createIconDataset;
  readonly createPhotoDataset: typeof createPhotoDataset;
  readonly createDrawingDataset: typeof createDrawingDataset;
  readonly createMyDrawings: typeof createMyDrawings;
}

/** The exports of the script `predictions`. */
export interface PredictionsScript {
  readonly addPredictionViews: typeof addPredictionViews;
  readonly occludeCard: typeof occludeCard;
  readonly createCatsAndDogs: typeof createCatsAndDogs;
  readonly createDecodePredictions: typeof createDecodePredictions;
}

/** The exports of the script `backend-webgl` that the kernel uses. */
interface WebglScript {
  readonly MathBackendWebGL: new () => KernelBackend & {
    readonly gpgpu: { readonly gl: { readonly canvas: EventTarget } };
  };
}

/** The exports of the script `backend-wasm` that the kernel uses. */
interface WasmScript {
  readonly init: () => Promise<{ readonly wasm: unknown }>;
  readonly BackendWasm: new (wasm: unknown) => KernelBackend;
  readonly setWasmPaths: (paths: Readonly<Record<string, string>>) => void;
  readonly registerTraining: (tf: TensorFlow) => void;
}

/** The exports of the script `charts`. */
export interface ChartsScript {
  readonly createCharts: (dependencies: {
    readonly tf: TensorFlow;
    readonly capture: Pick<OutputCapture, 'show' | 'showLater'>;
    readonly language: Language;
    /** Throws once Stop ends the run; returns whether to show nothing (see `kernel/cooperative-stop.ts`). */
    readonly refuses: () => boolean;
  }) => ChartsInterface;
}

/** The exports of each lazy script. */
export interface ScriptExports extends Readonly<Record<ScriptName, object>> {
  readonly 'backend-webgl': WebglScript;
  readonly 'backend-wasm': WasmScript;
  /** All exports of tfjs's converter, which the kernel adds to `tf`. */
  readonly 'graph-models': object;
  readonly 'labelled-data': LabelledDataScript;
  readonly predictions: PredictionsScript;
  readonly problems: ProblemsScript;
  readonly charts: ChartsScript;
  readonly library: LibraryScript;
}
