import type { LayersModel } from '@tensorflow/tfjs';
import { chartLimits } from '../protocol/chart-limits.ts';
import { distributionOf } from './read-values.ts';
import { assertFits, badShape, type Content, isRecord, labelOf, type Reading } from './reading.ts';

type Layer = LayersModel['layers'][number];

/** What `show.modelSummary` takes: a layers model that is built. @throws what tfjs says of a layer that has no shape yet */
export function readModelSummary(
  reading: Reading<'show.modelSummary'>,
  model: unknown,
): Content<'show.modelSummary'> {
  const layers = isRecord(model) ? (model as unknown as LayersModel).layers : undefined;
  if (!Array.isArray(layers)) throw badShape(reading, 'tf.LayersModel', 'model');
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
  const { getWeights, weights: variables } = isRecord(layer) ? (layer as unknown as Layer) : {};
  if (typeof getWeights !== 'function' || !Array.isArray(variables)) {
    throw badShape(reading, 'model.getLayer(…)', 'layer');
  }
  const tensors = getWeights.call(layer as Layer);
  assertFits(reading, 'weights', tensors.length);
  const most = Math.floor(chartLimits.values / Math.max(1, tensors.length));
  const weights = tensors.map(async (tensor, at) => {
    const { values, statistics } = distributionOf(await tensor.data(), most);
    return { name: labelOf(variables[at]?.name), shape: tensor.shape, size: tensor.size, values, statistics };
  });
  return { path: 'show.layer', data: { weights: await Promise.all(weights) }, sample: null };
}
