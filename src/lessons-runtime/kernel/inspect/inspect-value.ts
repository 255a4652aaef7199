import type { Output, ValueNode } from '../../protocol/output.ts';
import type { CapturedOutput } from '../output/capture-output.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { historyPart } from './history.ts';
import { layerPart, modelPart } from './model.ts';
import { pictureOf } from './picture.ts';
import { tablePart } from './table.ts';
import { tensorPart } from './tensor.ts';
import { type TraceOf, valueTree } from './value-tree.ts';

/**
 * Returns the part that shows a value according to its type: tensor, model, layer, history, picture or table of records,
 * otherwise an expandable tree. Never throws. A promise is returned for values that have to be read asynchronously.
 *
 * @param traceOf finds the positions in cells in an error's stack
 */
export function inspectValue(
  tf: TensorFlow,
  value: unknown,
  traceOf?: TraceOf,
): CapturedOutput | Promise<CapturedOutput> {
  const asTree = (): CapturedOutput => ({
    part: { kind: 'value', value: valueTree(value, traceOf) },
    transfer: [],
  });
  try {
    if (value instanceof tf.Variable) {
      return tensorPart(tf, value, { name: value.name, trainable: value.trainable });
    }
    if (value instanceof tf.Tensor) return tensorPart(tf, value);
    if (value instanceof tf.LayerVariable) return tensorPart(tf, value.read(), { name: value.name });
    const picture = pictureOf(value);
    if (picture instanceof Promise) return picture.then((shown) => shown ?? asTree());
    if (picture !== null) return picture;
    const part = partOf(tf, value) ?? tablePart(value);
    return part === null ? asTree() : { part, transfer: [] };
  } catch {
    // A proxy can throw at any access; `valueTree` catches that.
    return asTree();
  }
}

function partOf(tf: TensorFlow, value: unknown): Output | null {
  if (value instanceof tf.LayersModel) return modelPart(value);
  if (value instanceof tf.layers.Layer) return layerPart(value);
  if (value instanceof tf.History) return historyPart(value);
  if (value instanceof tf.Optimizer) return { kind: 'value', value: optimizerTree(value) };
  return null;
}

/** Shows an optimizer's class and settings, without its accumulated state. */
function optimizerTree(optimizer: InstanceType<TensorFlow['Optimizer']>): ValueNode {
  return { ...valueTree(optimizer.getConfig()), text: optimizer.getClassName() };
}
