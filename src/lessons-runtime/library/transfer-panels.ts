import type { LibraryDependencies } from '../kernel/library-dependencies.ts';
import type { FrameMessage, FreezeMessage } from '../protocol/host-to-worker.ts';
import type { Language } from '../shared/language.ts';
import { createEmbeddingViews } from './embeddings/embedding-views.ts';
import { createAccuracyReport } from './evaluation/accuracy-report.ts';
import { createModelCard } from './evaluation/model-card.ts';
import { createOcclusionMap } from './evaluation/occlusion-map.ts';
import { createShowSplits } from './evaluation/show-splits.ts';
import { createTaskWatches } from './evaluation/task-watch.ts';
import { createLiveCamera } from './live/live-camera.ts';
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
  const embeddings = createEmbeddingViews(deps);
  const live = createLiveCamera(deps);
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
      panels.reportTraining(training.model);
      await snapshots.take(training.model);
      return pitfalls.begin(training);
    },
  };

  return {
    /** Shows a model's layers, which of them are frozen, and lets learners freeze them. @throws {ArgumentError} */
    showLayers: panels.show,
    /** Returns and shows the relative change ‖w − w₀‖ / ‖w₀‖ of each layer in its last training. @throws {ArgumentError} */
    whatMoved: markShown(createWhatMoved({ ...deps, snapshots })),
    /**
     * Returns and shows the accuracy of a classifier, that of each class, the confusion matrix and the worst examples. `xs` is what
     * the model's input takes, [n, …]; `ys` are class numbers [n] or one-hot rows [n, classes]. @throws {ArgumentError}
     */
    accuracyReport: markShown(createAccuracyReport(deps)),
    /**
     * Returns and shows how much the probability of a class falls if a part of the picture is covered. `x` is what the model's
     * input takes, [1, height, width, channels]; the guess is one of `decodePredictions`, or `{ index }`. @throws {ArgumentError}
     */
    occlusionMap: markShown(createOcclusionMap(deps)),
    /** Returns and shows vectors as a map of two dimensions with thumbnails. @throws {ArgumentError} */
    showEmbeddings: markShown(embeddings.showEmbeddings),
    /** Returns and shows the nearest neighbours of each example, by a matrix of similarities. @throws {ArgumentError} */
    showNeighbours: markShown(embeddings.showNeighbours),
    /** Shows a model card, and offers it as a Markdown file. @throws {ArgumentError} */
    modelCard: createModelCard(deps),
    /**
     * Shows a live view of a classifier: the probabilities of its classes for the frames of a camera, or for pictures from files.
     * The model's input is [n, height, width, 3]. @throws {ArgumentError}
     */
    liveCamera: live.show,
    /** Shows the accuracies of strategies on the same splits; a later call in a run updates the view. @throws {ArgumentError} */
    showSplits: createShowSplits(deps),
    /** Returns what measures a model's accuracy on several tasks during a training. @throws {ArgumentError} */
    watchTasks: createTaskWatches(deps),
    /**
     * Trains one network from scratch, with its base frozen, with its last block unfrozen and with all of it unfrozen. Returns and
     * shows a result for each. @throws {ArgumentError}
     */
    trainFourWays: markShown(createTrainStrategies(deps)),
    trainingWatch,
    hasShown: (value: unknown): boolean => typeof value === 'object' && value !== null && shown.has(value),
    freeze: (message: FreezeMessage): void => panels.freeze(message),
    classify: (message: FrameMessage): Promise<void> => live.classify(message),
    endRun(): void {
      panels.update();
      live.endRun();
    },
  };
}
