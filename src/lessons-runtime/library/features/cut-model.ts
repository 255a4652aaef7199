import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs';
import { graphModel, retainLayer } from '../../kernel/network/inner-model.ts';
import type { Layer } from '../../kernel/network/layers.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { libraryWords } from '../library-words.ts';

/** One use of a layer in a model. */
type Use = Layer['inboundNodes'][number];

/**
 * The model up to a layer, on the very layers of the whole: its output is that layer's, to the bit, and what trains one
 * trains both. Disposing of it leaves the whole model as it is.
 * @throws {ArgumentError} where the model has no layer of that name
 */
export function cutModel(
  tf: TensorFlow,
  model: LayersModel,
  layerName: string,
  language: Language,
): LayersModel {
  const layer = layerOf(model, layerName, language);
  const cut = tf.model({ inputs: model.inputs, outputs: oneOutput(useIn(model, layer)) });
  // A model made of ready layers does not count itself among those who hold them.
  for (const shared of cut.layers) retainLayer(shared);
  return cut;
}

/**
 * The model in two: `front` up to a layer, `back` from its output on. `back.predict(front.predict(x))` is
 * `model.predict(x)` to the bit. Both are made of the whole model's layers: training `back` trains the whole. A layer of
 * `back` has two uses from then on, so tfjs's `layer.output` cannot tell which is meant; `cutModel` can.
 * @throws {ArgumentError} where there is no such layer, or something behind it looks past it
 */
export function splitModel(
  tf: TensorFlow,
  model: LayersModel,
  layerName: string,
  language: Language,
): { readonly front: LayersModel; readonly back: LayersModel } {
  const layer = layerOf(model, layerName, language);
  const boundary = oneOutput(useIn(model, layer));
  const input = tf.input({ shape: boundary.shape.slice(1), dtype: boundary.dtype });
  const known = new Map<SymbolicTensor, SymbolicTensor>([[boundary, input]]);

  function refuse(): never {
    throw new ArgumentError(libraryWords[language].looksPast(layerName));
  }

  /** The tensor of `back` for one of the whole model's, by way of all that leads from the boundary to it. */
  function behind(tensor: SymbolicTensor): SymbolicTensor {
    const found = known.get(tensor);
    if (found !== undefined) return found;
    const source = tensor.sourceLayer as Layer;
    const use = useIn(model, source);
    if (use.inboundLayers.length === 0 || source === layer) return refuse();
    const inputs = use.inputTensors.map(behind);
    const [only] = inputs;
    const made = source.apply(inputs.length === 1 && only !== undefined ? only : inputs, use.callArgs);
    const outputs = (Array.isArray(made) ? made : [made]) as SymbolicTensor[];
    use.outputTensors.forEach((output, place) => {
      const mine = outputs[place];
      if (mine !== undefined) known.set(output, mine);
    });
    return known.get(tensor) ?? refuse();
  }

  const outputs = model.outputs.map(behind);
  return { front: cutModel(tf, model, layerName, language), back: tf.model({ inputs: input, outputs }) };
}

function layerOf(model: LayersModel, name: string, language: Language): Layer {
  const found = model.layers.find((layer) => layer.name === name);
  if (found !== undefined) return found;
  const names = model.layers.map((layer) => layer.name);
  throw new ArgumentError(libraryWords[language].unknownLayer(String(name), names));
}

/** A layer may serve several models: its use in this one. */
function useIn(model: LayersModel, layer: Layer): Use {
  const { containerNodes } = graphModel(model);
  const use = layer.inboundNodes.find((_, place) => containerNodes.has(`${layer.name}_ib-${place}`));
  if (use === undefined) throw new Error(`${layer.name} is in no graph`);
  return use;
}

function oneOutput({ outputTensors: [output] }: Use): SymbolicTensor {
  if (output === undefined) throw new Error('a layer without an output');
  return output;
}
