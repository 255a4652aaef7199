import type { LayersModel } from '@tensorflow/tfjs';
import {
  createPretrainedModel,
  type PretrainedModelDeps,
  type PretrainedModelOptions,
} from './pretrained-model.ts';

export type IconNetOptions = PretrainedModelOptions<'icons'>;

export type IconNet = (options?: IconNetOptions) => Promise<LayersModel>;

/**
 * Makes the loader of the icon net: five convolutions (190,000 weights), trained on drawn icons of 204 kinds, neither
 * butterflies nor bees among them, 64×64, BatchNorm folded in.
 *
 * The model takes [batch, height, width, 3] float32, 0 to 1, as `iconDataset` gives them, and gives [batch, 204]
 * probabilities (layer `predictions`; `logits` is the layer before). With `includeTop: false` it gives the last feature
 * map, [batch, ⌊height/32⌋, ⌊width/32⌋, 128].
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
