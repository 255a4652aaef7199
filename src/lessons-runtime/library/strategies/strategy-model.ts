import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs';
import { isBatchNormalization, type Layer, leafLayers } from '../../kernel/network/layers.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import { ArgumentError } from '../argument-error.ts';
import type { StrategyWords } from './strategy-words.ts';

/** A base with a head: global average pooling (of feature maps), 128 units, one unit for each class. */
export interface StrategyModel {
  readonly model: LayersModel;
  readonly base: LayersModel;
  readonly head: readonly Layer[];
}

/**
 * Puts a new head on a base. The same seed gives the same initial weights.
 * @param options `name` is the model's name in the training log
 * @throws {ArgumentError} if the base's output is neither feature maps [batch, height, width, channels] nor features
 *   [batch, n]
 */
export function buildStrategyModel(
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
 * Freezes the base's layers before an index and unfreezes the others, except BatchNormalization: batches of a small data set
 * would spoil its statistics. Takes effect with the next `compile`.
 * Source: Keras's guide “Transfer learning & fine-tuning”.
 * @param from an index in `leafLayers(base)`; past its end all layers are frozen
 */
export function unfreezeFrom(base: LayersModel, from: number): void {
  base.trainable = true;
  leafLayers(base).forEach((layer, index) => {
    layer.trainable = index >= from && !isBatchNormalization(layer);
  });
}

/**
 * Returns the index of the last block's first layer, in `leafLayers(base)`.
 * @param name that layer's name; `null` for the last layer with weights that is not BatchNormalization
 * @throws {ArgumentError} if there is no such layer
 */
export function lastBlockStart(base: LayersModel, name: string | null, words: StrategyWords): number {
  const layers = leafLayers(base);
  const start =
    name === null
      ? layers.findLastIndex((layer) => layer.weights.length > 0 && !isBatchNormalization(layer))
      : layers.findIndex((layer) => layer.name === name);
  if (start < 0)
    throw new ArgumentError(
      words.noBlock(
        name,
        layers.map((layer) => layer.name),
      ),
    );
  return start;
}
