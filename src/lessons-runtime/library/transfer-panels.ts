import type { LibraryDependencies } from '../kernel/library-dependencies.ts';
import type { FreezeMessage } from '../protocol/host-to-worker.ts';
import type { Language } from '../shared/language.ts';
import { createAccuracyReport } from './evaluation/accuracy-report.ts';
import { createModelCard } from './evaluation/model-card.ts';
import { createTaskWatches } from './evaluation/task-watch.ts';
import type { TrainingLog } from './log/training-log.ts';
import { createPitfallDetector } from './pitfalls/pitfall-detector.ts';
import { createTrainStrategies } from './strategies/train-strategies.ts';
import { createLayerPanels } from './transfer/layer-panels.ts';
import { createWeightSnapshots } from './transfer/weight-snapshots.ts';
import { createWhatMoved } from './transfer/what-moved.ts';
import type { TrainingWatch } from './watched-training.ts';

/** Creates the functions that visualize transfer learning: frozen layers, weight changes, evaluation and comparisons. */
export function createTransferPanels(
  deps: Omit<LibraryDependencies, 'language'> & {
    readonly language: Language;
    readonly log: TrainingLog;
  },
) {
  const snapshots = createWeightSnapshots();
  const panels = createLayerPanels(deps);
  const pitfalls = createPitfallDetector(deps);
  const shown = new WeakSet<object>();

  /** Marks the results of a function as shown, so that one that is a cell's last value is not displayed again. */
  function markShown<Args extends readonly unknown[], Result extends object>(
    show: (...args: Args) => Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    return async (...args) => {
      const result = await show(...args);
      shown.add(result);
      return result;
    };
  }

  const trainingWatch: TrainingWatch = {
    async begin(training) {
      await snapshots.take(training.model);
      return pitfalls.begin(training);
    },
  };

  return {
    showLayers: panels.show,
    whatMoved: markShown(createWhatMoved({ ...deps, snapshots })),
    accuracyReport: markShown(createAccuracyReport(deps)),
    modelCard: createModelCard(deps),
    watchTasks: createTaskWatches(deps),
    trainFourWays: markShown(createTrainStrategies(deps)),
    trainingWatch,
    hasShown: (value: unknown): boolean => typeof value === 'object' && value !== null && shown.has(value),
    freeze: (message: FreezeMessage): void => panels.freeze(message),
    endRun: (): void => panels.update(),
  };
}
