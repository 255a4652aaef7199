import type { FreezeMessage } from '../protocol/host-to-worker.ts';
import type { Language } from '../shared/language.ts';
import type { LibraryDependencies } from './library-dependencies.ts';
import type { OutputCapture } from './output/capture-output.ts';
import type { TensorFlow } from './tensorflow.ts';
import type { KernelExtension } from './training/around-fit.ts';
import type { Tasks, TaskWatch } from './training/watch-tasks.ts';

/*
 * What the kernel expects of the scripts that it loads later. They import from the kernel; it imports nothing of theirs, not
 * even types.
 */

/** Functions of the library that cells import from `deshielo`: the kernel only passes them on. */
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
  'trainFourWays',
  'modelCard',
  'imageDataset',
  'myClasses',
] as const;

export type LibraryFunctions = Readonly<
  Record<(typeof libraryFunctions)[number], (...args: never[]) => unknown>
> & {
  watchTasks(tasks: Tasks): TaskWatch;
};

/** What surrounds training, and the functions that cells import. */
interface LibraryInterface extends LibraryFunctions, KernelExtension {
  /** Hands the page what a training under way had learned. @returns whether there was any */
  saveRecovery(): boolean;
  /** Whether a value was shown by the function that returned it. */
  hasShown(value: unknown): boolean;
  freeze(message: FreezeMessage): void;
  endRun(): void;
}

/** What the script `library` exports. */
export interface LibraryScript {
  readonly createLibrary: (dependencies: LibraryDependencies) => LibraryInterface;
}

interface ChartsInterface {
  /** What `import … from '@tensorflow/tfjs-vis'` gives a cell. */
  readonly module: object;
  endRun(): void;
}

/** What the script `charts` exports. */
export interface ChartsScript {
  readonly createCharts: (dependencies: {
    readonly tf: TensorFlow;
    readonly capture: Pick<OutputCapture, 'show' | 'showLater'>;
    readonly language: Language;
  }) => ChartsInterface;
}
