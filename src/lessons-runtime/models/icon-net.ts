import type { LayersModel } from '@tensorflow/tfjs';
import {
  createPretrainedModel,
  type PretrainedModelDeps,
  type PretrainedModelOptions,
} from './pretrained-model.ts';

export type IconNetOptions = PretrainedModelOptions<'icons'>;

export type IconNet = (options?: IconNetOptions) => Promise<LayersModel>;

/**
 * Creates the loader of IconNet: five convolutions (190,000 parameters), trained at 64×64 on drawn icons of 204 classes, with its
 * BatchNormalization folded into the convolutions. Butterflies and bees are not among the classes, and no training icon is by a
 * designer who has a butterfly or a bee in `icons@1`; cats and dogs by other designers of `icons@1` are.
 *
 * The model takes float32 [batch, height, width, 3] with values from 0 to 1, as `iconDataset` returns them, and returns
 * probabilities [batch, 204] (layer `predictions`, after `logits`). With `includeTop: false` it returns the last feature maps,
 * [batch, ⌊height/32⌋, ⌊width/32⌋, 128].
 */
export function createIconNet(deps: PretrainedModelDeps): IconNet {
  return createPretrainedModel(
    {
      weights: 'icons',
      lastFeatureLayer: 'pool5',
      poolingLayers: { avg: 'average_pool', max: 'max_pool' },
    },
    deps,
  );
}
