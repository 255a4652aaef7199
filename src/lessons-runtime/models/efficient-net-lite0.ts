import type { LayersModel } from '@tensorflow/tfjs';
import {
  createPretrainedModel,
  type PretrainedModelDeps,
  type PretrainedModelOptions,
} from './pretrained-model.ts';

export type EfficientNetLite0Options = PretrainedModelOptions<'imagenet'>;

type EfficientNetLite0 = (options?: EfficientNetLite0Options) => Promise<LayersModel>;

/** The layer of the last feature maps, [batch, ⌈height/32⌉, ⌈width/32⌉, 1280], after which `includeTop: false` cuts. */
export const lastFeatureLayer = 'head_relu';

/**
 * Creates the loader of EfficientNet-Lite0 (4.6 million parameters, trained on ImageNet at 224×224), with its
 * BatchNormalization folded into the convolutions.
 *
 * The model takes float32 [batch, height, width, 3] from `efficientNetLite0.preprocessInput` and returns probabilities
 * [batch, 1000] (layer `predictions`, after `logits`).
 */
export function createEfficientNetLite0(deps: PretrainedModelDeps): EfficientNetLite0 {
  return createPretrainedModel(
    { weights: 'imagenet', lastFeatureLayer, poolingLayers: { avg: 'avg_pool', max: 'max_pool' } },
    deps,
  );
}
