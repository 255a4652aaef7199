import type { LayersModel } from '@tensorflow/tfjs';
import type { LibraryDependencies } from '../kernel/library-dependencies.ts';
import { createAroundTraining } from './around-training.ts';
import { createTrainingDataCheck } from './checks/training-data-check.ts';
import { createImageDataset } from './data/image-dataset.ts';
import { myClasses } from './data/my-classes.ts';
import { disposeReplacedOptimizer } from './dispose-replaced-optimizer.ts';
import { createContentHash } from './features/content-hash.ts';
import { cutModel, splitModel } from './features/cut-model.ts';
import { createExtractFeatures } from './features/extract-features.ts';
import { createFeatureCache } from './features/feature-cache.ts';
import { createTrainingLog } from './log/training-log.ts';
import { createTrainingRecovery } from './log/training-recovery.ts';
import { createModelStorage } from './model-storage.ts';
import { createTransferPanels } from './transfer-panels.ts';

export type Library = ReturnType<typeof createLibrary>;

/**
 * Creates the functions around training that cells import from `deshielo`, and the kernel's training wrappers. Loaded when a
 * cell first uses any of them (see `kernel/modules/course-module.ts`).
 */
export function createLibrary(deps: LibraryDependencies) {
  const { tf, requests, language } = deps;
  const log = createTrainingLog(deps);
  const extractFeatures = createExtractFeatures({
    ...deps,
    hash: createContentHash(),
    cache: createFeatureCache(tf, requests),
  });
  const recovery = createTrainingRecovery({
    ...deps,
    notify: (text) => deps.capture.show({ kind: 'note', level: 'info', text }),
  });
  const dataCheck = createTrainingDataCheck(tf, language, (text) =>
    deps.capture.show({ kind: 'note', level: 'warn', text }),
  );
  const { trainingWatch: watch, ...panels } = createTransferPanels({ ...deps, log });
  return {
    /**
     * Returns the output of a frozen network, or of one of its layers, for all pictures: [n, …]. It is cached.
     * @throws {ArgumentError} if an argument is invalid
     */
    extractFeatures,
    /** Returns the model up to a layer; the layers are shared. @throws {ArgumentError} if there is no layer of that name */
    cutModel: (model: LayersModel, layer: string) => cutModel(tf, model, layer, language),
    /** Splits a model at a layer into `{ front, back }`. @throws {ArgumentError} if it cannot be split there */
    splitModel: (model: LayersModel, layer: string) => splitModel(tf, model, layer, language),
    ...createModelStorage(deps),
    ...panels,
    /**
     * Returns images and labels as batches for `fitDataset`, like Keras's `image_dataset_from_directory`.
     * @throws {ArgumentError} if an option is invalid
     */
    imageDataset: createImageDataset(tf, language),
    /** Returns the photos that the learner sorted into classes on the page. @throws {CourseError} if there are none */
    myClasses: () => myClasses(requests),
    around: createAroundTraining({ log, recovery, dataCheck, watch }),
    aroundCompile: (model: LayersModel, compile: () => unknown) =>
      disposeReplacedOptimizer(tf, model, compile),
    saveRecovery: () => recovery.save(),
  };
}
