import type { FreezeMessage } from '../../protocol/host-to-worker.ts';
import type { Language } from '../../shared/language.ts';
import type { TrainingWatch } from '../keras/training-watch.ts';
import type { TrainingKitDependencies } from '../training-kit/kit-dependencies.ts';
import type { KeptTrainingLog } from '../training-log/training-log.ts';
import { createAccuracyReport } from './accuracy-report.ts';
import { createTrainFourWays } from './four-ways/train-four-ways.ts';
import { createLayerPanels } from './layer-panels.ts';
import { createModelCard } from './model-card.ts';
import { createTaskWatches } from './task-watch.ts';
import { createTrapDetector } from './traps/trap-detector.ts';
import { createWeightSnapshots } from './weight-snapshots.ts';
import { createWhatMoved } from './what-moved.ts';

/** What makes transfer learning seen: which layers are frozen, what a training moved, what came of it. */
export function createTransferPanels(
  deps: Omit<TrainingKitDependencies, 'language'> & {
    readonly language: Language;
    readonly log: KeptTrainingLog;
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
    trainFourWays: showing(createTrainFourWays(deps)),
    trainingWatch,
    hasShown: (value: unknown): boolean => typeof value === 'object' && value !== null && shown.has(value),
    /** A learner pressed a panel: between two runs. */
    freeze: (message: FreezeMessage): void => panels.freeze(message),
    endRun: (): void => panels.follow(),
  };
}
