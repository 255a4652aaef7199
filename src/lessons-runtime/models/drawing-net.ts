import type { LayersModel } from '@tensorflow/tfjs';
import {
  createPretrainedModel,
  type PretrainedModelDeps,
  type PretrainedModelOptions,
  weightsError,
} from './pretrained-model.ts';

/** The published weights: trained on all 345 classes of drawings, or on 341, without butterfly, bee, cat and dog. */
export type DrawingNetWeights = 'quickdraw-345' | 'quickdraw-341';

export type DrawingNetOptions = PretrainedModelOptions<DrawingNetWeights>;

export type DrawingNet = (options?: DrawingNetOptions) => Promise<LayersModel>;

/** The folder of each file of weights in `public/models/`. */
export const drawingNetFolders: Readonly<Record<DrawingNetWeights, string>> = {
  'quickdraw-345': 'drawing-net-345@1',
  'quickdraw-341': 'drawing-net-341@1',
};

/**
 * Creates the loader of DrawingNet: six convolutions (620,000 parameters without the classifier), trained at 32×32 on
 * drawings of Quick, Draw!, with its BatchNormalization folded into the convolutions.
 *
 * The model takes float32 [batch, height, width, 3] with values from 0 (ink) to 1 (paper), as `drawingDataset` returns them,
 * and returns probabilities [batch, 345] or [batch, 341] (layer `predictions`, after `logits`). With `includeTop: false` it
 * returns the last feature maps, [batch, ⌊height/8⌋, ⌊width/8⌋, 192].
 * @param depsOf returns the dependencies for a folder of `public/models/`
 */
export function createDrawingNet(depsOf: (folder: string) => PretrainedModelDeps): DrawingNet {
  const load = (weights: DrawingNetWeights) =>
    createPretrainedModel<DrawingNetWeights>(
      {
        weights,
        lastFeatureLayer: 'relu6',
        poolingLayers: { avg: 'average_pool', max: 'max_pool' },
      },
      depsOf(drawingNetFolders[weights]),
    );
  const loaders = { 'quickdraw-345': load('quickdraw-345'), 'quickdraw-341': load('quickdraw-341') };
  return async (options = {}) => {
    const { weights = 'quickdraw-345' } = options;
    if (weights === null) return loaders['quickdraw-345'](options);
    if (Object.hasOwn(loaders, weights)) return loaders[weights](options);
    throw weightsError(weights, Object.keys(loaders));
  };
}
