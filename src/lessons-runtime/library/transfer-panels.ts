import type { LibraryDependencies } from '../kernel/library-dependencies.ts';
import type { FreezeMessage } from '../protocol/host-to-worker.ts';
import type { Language } from '../shared/language.ts';
import { createAccuracyReport } from './evaluation/accuracy-report.ts';
import { createModelCard } from './evaluation/model-card.ts';
import { createTaskWatches } from './evaluation/task-watch.ts';
import type { TrainingLog } from './log/training-log.ts';
import { createTrainStrategies } from './strategies/train-strategies.ts';
import { createLayerPanels } from './transfer/layer-panels.ts';
import { createWeightSnapshots } from './transfer/weight-snapshots.ts';
import { createWhatMoved } from './transfer/what-moved.ts';
import { createTrapDetector } from './traps/trap-detector.ts';
import type { TrainingWatch } from './watched-training.ts';

/** What makes transfer learning seen: which layers are frozen, what a training moved, what came of it. */
export function createTransferPanels(
  deps: Omit<LibraryDependencies, 'language'> & {
    readonly language: Language;
    readonly log: TrainingLog;
  },
) {
  const snapshots = createWeightSnapshots();
  const panels = createLayerPanels(deps);
  const traps = createTrapDetector(deps);
  const shown = new WeakSet<object>();

  /** What such a function returns is on the page already; it is not shown once more where it is a cell's last value. */
  function showing<Args extends readonly unknown[], Result extends object>(
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
      return traps.begin(training);
    },
  };

  return {
    showLayers: panels.show,
    whatMoved: showing(createWhatMoved({ ...deps, snapshots })),
    accuracyReport: showing(createAccuracyReport(deps)),
    modelCard: createModelCard(deps),
    watchTasks: createTaskWatches(deps),
    trainFourWays: showing(createTrainStrategies(deps)),
    trainingWatch,
    hasShown: (value: unknown): boolean => typeof value === 'object' && value !== null && shown.has(value),
    /** A learner pressed a panel: between two runs. */
    freeze: (message: FreezeMessage): void => panels.freeze(message),
    endRun: (): void => panels.follow(),
  };
}
