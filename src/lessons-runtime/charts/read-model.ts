import { hasLayers, hasWeights } from '../kernel/network/layers.ts';
import { chartLimits } from '../protocol/chart-limits.ts';
import { distributionOf } from './read-values.ts';
import { assertFits, badShape, type Content, labelOf, type Reading } from './reading.ts';

/** What `show.modelSummary` takes: a layers model that is built. @throws what tfjs says of a layer that has no shape yet */
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

/**
 * What `show.layer` takes: a layer that is built. The statistics are of all its weights; what its histograms are drawn from
 * is capped.
 */
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
