import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs';
import { isBatchNormalization, type Layer, leafLayers } from '../../kernel/network/layers.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { ArgumentError } from '../argument-error.ts';
import type { StrategyWords } from './strategy-words.ts';

/** A base with a head of its own: the mean of each map, 128 units, one for each class. */
export interface StrategyModel {
  readonly model: LayersModel;
  readonly base: LayersModel;
  /** The layers that are not the base's. */
  readonly head: LayersModel['layers'];
}

/**
 * Puts a fresh head on a base, the course's own. The same seed gives the same first weights.
 * @param name what the log of trainings calls it
 * @throws {ArgumentError} where the base gives neither maps nor features
 */
export function buildStrategy(
  tf: TensorFlow,
  base: LayersModel,
  { name, classes, seed }: { readonly name: string; readonly classes: number; readonly seed: number },
  words: StrategyWords,
): StrategyModel {
  const [features, ...more] = base.outputs;
  const rank = features?.shape.length;
  if (features === undefined || more.length > 0 || (rank !== 4 && rank !== 2))
    throw new ArgumentError(words.baseOutput(base.outputs.map(({ shape }) => shape)));
  const head = [
    ...(rank === 4 ? [tf.layers.globalAveragePooling2d({})] : []),
    tf.layers.dense({
      units: 128,
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed }),
    }),
    tf.layers.dense({
      units: classes,
      activation: 'softmax',
      kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 1 }),
    }),
  ];
  const outputs = head.reduce((output, layer) => layer.apply(output) as SymbolicTensor, features);
  return { model: tf.model({ inputs: base.inputs, outputs, name }), base, head };
}

/**
 * Freezes the base below a layer and thaws the rest, except that BatchNorm stays as it was learnt: the batches of a small
 * data set would spoil its statistics (Keras's guide to transfer learning). Nothing of it holds before `compile`.
 * @param from a place in `baseLayers`; past its end all is frozen
 */
export function thawFrom(base: LayersModel, from: number): void {
  base.trainable = true;
  baseLayers(base).forEach((layer, place) => {
    layer.trainable = place >= from && !isBatchNormalization(layer);
  });
}

/**
 * Where the last block begins.
 * @throws {ArgumentError} where there is no layer of that name, or none with weights
 */
export function placeOfBlock(base: LayersModel, name: string | null, words: StrategyWords): number {
  const layers = baseLayers(base);
  const place =
    name === null
      ? layers.findLastIndex((layer) => layer.weights.length > 0 && !isBatchNormalization(layer))
      : layers.findIndex((layer) => layer.name === name);
  if (place < 0)
    throw new ArgumentError(
      words.noBlock(
        name,
        layers.map((layer) => layer.name),
      ),
    );
  return place;
}

export function baseLayers(base: LayersModel): readonly Layer[] {
  return leafLayers(base);
}
