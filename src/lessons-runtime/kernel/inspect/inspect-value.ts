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
 * A value shown as what it is: tensor, model, layer, history, picture, table of records, else an expandable tree. Never throws.
 *
 * @param traceOf finds the learner's own lines in an error's stack
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
    // A proxy can throw at any question; the tree asks none that it does not catch.
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

/** An optimizer is its kind and its numbers; what it remembers of the gradients is no one's to read. */
function optimizerTree(optimizer: InstanceType<TensorFlow['Optimizer']>): ValueNode {
  return { ...valueTree(optimizer.getConfig()), text: optimizer.getClassName() };
}
