import type { LayersModel } from '@tensorflow/tfjs';
import {
  createPretrainedModel,
  type PretrainedModelDeps,
  type PretrainedModelOptions,
} from './pretrained-model.ts';

export type EfficientNetLite0Options = PretrainedModelOptions<'imagenet'>;

type EfficientNetLite0 = (options?: EfficientNetLite0Options) => Promise<LayersModel>;

/** The last feature map, [batch, ⌈height/32⌉, ⌈width/32⌉, 1280]: where `includeTop: false` cuts. */
export const lastFeatureLayer = 'head_relu';

/**
 * Makes the loader of EfficientNet-Lite0 (4.6 million parameters, ImageNet, 224×224), BatchNorm folded in.
 *
 * The model takes [batch, height, width, 3] float32 from `efficientNetLite0.preprocessInput` and gives [batch, 1000] probabilities
 * (layer `predictions`; `logits` is the layer before).
 */
export function createEfficientNetLite0(deps: PretrainedModelDeps): EfficientNetLite0 {
  return createPretrainedModel(
    { weights: 'imagenet', lastFeatureLayer, poolingLayers: { avg: 'avg_pool', max: 'max_pool' } },
    deps,
  );
}
