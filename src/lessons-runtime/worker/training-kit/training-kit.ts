import type { LayersModel } from '@tensorflow/tfjs';
import { createTrainingLog } from '../training-log/training-log.ts';
import { createTransferPanels } from '../transfer/transfer-panels.ts';
import { createTrainingDataCheck } from './check/training-data-check.ts';
import { cutModel, splitModel } from './cut-model.ts';
import { createExtractFeatures } from './extract-features.ts';
import { createFeatureCache } from './feature-cache.ts';
import { createImageDataset } from './image-dataset.ts';
import type { TrainingKitDependencies } from './kit-dependencies.ts';
import { createModelStorage } from './model-storage.ts';
import { myClasses } from './my-classes.ts';
import { retireOptimizers } from './retire-optimizers.ts';
import { createContentHash } from './tensor-hash.ts';
import { createTrainingRescue } from './training-rescue.ts';

export type TrainingKit = ReturnType<typeof createTrainingKit>;

/** What surrounds training in a lesson: loaded when a cell first uses any of it (see `course-module.ts`). */
export function createTrainingKit(given: TrainingKitDependencies) {
  const language = given.language();
  const deps = { ...given, language };
  const { tf, requests } = deps;
  retireOptimizers(tf);
  const log = createTrainingLog(deps);
  const extractFeatures = createExtractFeatures({
    ...deps,
    hash: createContentHash(),
    cache: createFeatureCache(tf, requests),
  });
  return {
    extractFeatures,
    cutModel: (model: LayersModel, layer: string) => cutModel(tf, model, layer, language),
    splitModel: (model: LayersModel, layer: string) => splitModel(tf, model, layer, language),
    ...createModelStorage(deps),
    ...createTransferPanels({ ...deps, log }),
    log,
    imageDataset: createImageDataset(tf, language),
    myClasses: () => myClasses(requests),
    rescue: createTrainingRescue({
      ...deps,
      tell: (text) => deps.capture.show({ kind: 'note', level: 'info', text }),
    }),
    dataCheck: createTrainingDataCheck(tf, language, (text) =>
      deps.capture.show({ kind: 'note', level: 'warn', text }),
    ),
  };
}
