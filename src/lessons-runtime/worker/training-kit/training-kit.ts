import type { LayersModel } from '@tensorflow/tfjs';
import type { Language } from '../../shared/language.ts';
import type { OutputCapture } from '../capture-output.ts';
import type { CellPlaces } from '../cell-places.ts';
import type { HostRequests } from '../host-requests.ts';
import type { KernelPort } from '../kernel.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { createTransferPanels } from '../transfer/transfer-panels.ts';
import { createTrainingDataCheck } from './check/training-data-check.ts';
import { cutModel, splitModel } from './cut-model.ts';
import { createExtractFeatures } from './extract-features.ts';
import { createFeatureCache } from './feature-cache.ts';
import { createModelStorage } from './model-storage.ts';
import { createContentHash } from './tensor-hash.ts';

export interface TrainingKitDependencies {
  readonly tf: TensorFlow;
  readonly requests: HostRequests;
  readonly capture: OutputCapture;
  readonly language: Language;
  readonly post: KernelPort['post'];
  readonly trace: CellPlaces['trace'];
  /** The name that the lesson has for a value. */
  readonly nameOf: (value: object) => string | null;
}

export type TrainingKit = ReturnType<typeof createTrainingKit>;

/** What surrounds training in a lesson: loaded when a cell first uses any of it (see `course-module.ts`). */
export function createTrainingKit(deps: TrainingKitDependencies) {
  const { tf, requests, language } = deps;
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
    ...createTransferPanels(deps),
    dataCheck: createTrainingDataCheck(tf, language, (text) =>
      deps.capture.show({ kind: 'note', level: 'warn', text }),
    ),
  };
}
