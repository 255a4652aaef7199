import type { LayersModel } from '@tensorflow/tfjs';
import {
  createPretrainedModel,
  type PretrainedModelDeps,
  type PretrainedModelOptions,
} from './pretrained-model.ts';

export type MobileNetOptions = PretrainedModelOptions<'imagenet'>;

type MobileNet = (options?: MobileNetOptions) => Promise<LayersModel>;

/** The layer of the last feature maps, [batch, ⌈height/32⌉, ⌈width/32⌉, 1024], after which `includeTop: false` cuts. */
export const lastFeatureLayer = 'conv_pw_13_relu';

/**
 * Creates the loader of MobileNet V1 (4.25 million parameters, trained on ImageNet at 224×224), with its
 * BatchNormalization as separate layers. The layers have Keras's names: `conv1`, `conv1_bn`, `conv1_relu`, `conv_dw_1`, …,
 * `conv_pw_13_relu`, `conv_preds`, `predictions`.
 *
 * The model takes float32 [batch, height, width, 3] from `mobileNet.preprocessInput` and returns probabilities
 * [batch, 1000] (layer `predictions`, after the logits in `reshape_2`).
 */
export function createMobileNet(deps: PretrainedModelDeps): MobileNet {
  return createPretrainedModel(
    {
      weights: 'imagenet',
      lastFeatureLayer,
      poolingLayers: { avg: 'global_average_pooling2d', max: 'global_max_pooling2d' },
    },
    deps,
  );
}
