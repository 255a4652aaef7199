import { hasLayers, hasWeights } from '../kernel/network/layers.ts';
import { chartLimits } from '../protocol/chart-limits.ts';
import { distributionOf } from './read-values.ts';
import { assertFits, badShape, type Content, labelOf, type Reading } from './reading.ts';

/** Reads the data of `show.modelSummary`: a built layers model. @throws tfjs's error, if a layer has no output shape yet */
export function readModelSummary(
  reading: Reading<'show.modelSummary'>,
  model: unknown,
): Content<'show.modelSummary'> {
  if (!hasLayers(model)) throw badShape(reading, 'tf.LayersModel', 'model');
  const { layers } = model;
  assertFits(reading, 'layers', layers.length);
  const data = {
    layers: layers.map((layer) => ({
      name: labelOf(layer.name),
      outputShape: layer.outputShape,
      parameters: layer.countParams(),
      trainable: layer.trainable,
    })),
  };
  return { path: 'show.modelSummary', data, sample: null };
}

/** Reads the data of `show.layer`: a built layer. The statistics describe all values; the values for histograms are thinned. */
export async function readLayer(
  reading: Reading<'show.layer'>,
  layer: unknown,
): Promise<Content<'show.layer'>> {
  if (!hasWeights(layer)) throw badShape(reading, 'model.getLayer(…)', 'layer');
  const variables = layer.weights;
  const tensors = layer.getWeights();
  assertFits(reading, 'weights', tensors.length);
  const most = Math.floor(chartLimits.values / Math.max(1, tensors.length));
  const weights = tensors.map(async (tensor, at) => {
    const { values, statistics } = distributionOf(await tensor.data(), most);
    return { name: labelOf(variables[at]?.name), shape: tensor.shape, size: tensor.size, values, statistics };
  });
  return { path: 'show.layer', data: { weights: await Promise.all(weights) }, sample: null };
}
