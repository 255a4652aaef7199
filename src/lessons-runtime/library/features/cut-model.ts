import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs';
import { graphModel, retainLayer } from '../../kernel/network/inner-model.ts';
import type { Layer } from '../../kernel/network/layers.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { libraryWords } from '../library-words.ts';

/** One application of a layer in a graph; Keras's and tfjs's term. */
type Node = Layer['inboundNodes'][number];

/**
 * Returns the model up to a layer. It shares the layers of the original: its output equals that layer's exactly, and training
 * one trains both. Disposing of it does not dispose of the original.
 * @throws {ArgumentError} if the model has no layer of that name
 */
export function cutModel(
  tf: TensorFlow,
  model: LayersModel,
  layerName: string,
  language: Language,
): LayersModel {
  const layer = requireLayer(model, layerName, language);
  const cut = tf.model({ inputs: model.inputs, outputs: singleOutput(nodeOf(model, layer)) });
  // tfjs does not increase the reference counts of existing layers when a model is created from them.
  for (const shared of cut.layers) retainLayer(shared);
  return cut;
}

/**
 * Splits a model at a layer: `front` ends with that layer, `back` takes its output. `back.predict(front.predict(x))` equals
 * `model.predict(x)` exactly. Both share the layers of the original, so training `back` trains the original. Each layer of
 * `back` then has two nodes, so tfjs's `layer.output` throws as ambiguous; `cutModel` still works.
 * @throws {ArgumentError} if there is no such layer, or a later layer has an input that does not pass through it
 */
export function splitModel(
  tf: TensorFlow,
  model: LayersModel,
  layerName: string,
  language: Language,
): { readonly front: LayersModel; readonly back: LayersModel } {
  const layer = requireLayer(model, layerName, language);
  const boundary = singleOutput(nodeOf(model, layer));
  const input = tf.input({ shape: boundary.shape.slice(1), dtype: boundary.dtype });
  /** Tensors of `back` by those of the original. */
  const rebuilt = new Map<SymbolicTensor, SymbolicTensor>([[boundary, input]]);

  function throwBypass(): never {
    throw new ArgumentError(libraryWords[language].bypassesLayer(layerName));
  }

  /** Applies every layer between the boundary and a tensor again. @returns the tensor of `back` */
  function rebuild(tensor: SymbolicTensor): SymbolicTensor {
    const existing = rebuilt.get(tensor);
    if (existing !== undefined) return existing;
    const source = tensor.sourceLayer as Layer;
    const node = nodeOf(model, source);
    if (node.inboundLayers.length === 0 || source === layer) return throwBypass();
    const inputs = node.inputTensors.map(rebuild);
    const [only] = inputs;
    const applied = source.apply(inputs.length === 1 && only !== undefined ? only : inputs, node.callArgs);
    const outputs = [applied].flat() as SymbolicTensor[];
    node.outputTensors.forEach((original, index) => {
      const output = outputs[index];
      if (output !== undefined) rebuilt.set(original, output);
    });
    return rebuilt.get(tensor) ?? throwBypass();
  }

  const outputs = model.outputs.map(rebuild);
  return { front: cutModel(tf, model, layerName, language), back: tf.model({ inputs: input, outputs }) };
}

function requireLayer(model: LayersModel, name: string, language: Language): Layer {
  const found = model.layers.find((layer) => layer.name === name);
  if (found !== undefined) return found;
  const names = model.layers.map((layer) => layer.name);
  throw new ArgumentError(libraryWords[language].unknownLayer(String(name), names));
}

/** Returns a layer's node in this model; a layer that several models share has others. */
function nodeOf(model: LayersModel, layer: Layer): Node {
  const { containerNodes } = graphModel(model);
  const node = layer.inboundNodes.find((_, index) => containerNodes.has(`${layer.name}_ib-${index}`));
  if (node === undefined) throw new Error(`the model's graph has no layer ${layer.name}`);
  return node;
}

function singleOutput({ outputTensors: [output] }: Node): SymbolicTensor {
  if (output === undefined) throw new Error('the layer has no output');
  return output;
}
