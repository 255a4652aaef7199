type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The fields of a layer that its place in the network consists of. */
interface PlacedLayer {
  readonly name: string;
  /** The name of the layer, or the names of the layers, whose output it takes. */
  readonly from: string | readonly string[];
}

/**
 * Creates the `modelTopology` of a tfjs layers model, in Keras's format, for RGB pictures of any size.
 * @param layers in the order of computation; the last one is the output
 * @param describe returns a layer's class and its configuration without its name
 */
export function kerasTopology<Layer extends PlacedLayer>(
  { name, inputName }: { readonly name: string; readonly inputName: string },
  layers: readonly Layer[],
  describe: (layer: Layer) => [className: string, config: JsonObject],
): JsonObject {
  const input = {
    name: inputName,
    class_name: 'InputLayer',
    config: { batch_input_shape: [null, null, null, 3], dtype: 'float32', sparse: false, name: inputName },
    inbound_nodes: [],
  };
  const last = layers.at(-1)?.name ?? inputName;
  return {
    class_name: 'Model',
    config: {
      name,
      layers: [input, ...layers.map((layer) => toKeras(layer, describe(layer)))],
      input_layers: [[inputName, 0, 0]],
      output_layers: [[last, 0, 0]],
    },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
}

function toKeras({ name, from }: PlacedLayer, [className, config]: [string, JsonObject]): JsonObject {
  const inputs = typeof from === 'string' ? [from] : from;
  return {
    name,
    class_name: className,
    config: { ...config, name, trainable: true, dtype: 'float32' },
    inbound_nodes: [inputs.map((input) => [input, 0, 0, {}])],
  };
}

/** Returns the initializer of constant weights. */
export function constantInitializer(name: 'Zeros' | 'Ones'): JsonObject {
  return { class_name: name, config: {} };
}

/** Variance of a standard normal distribution truncated at two standard deviations. */
const truncatedVariance = 0.774;

/**
 * Returns an initializer with the variance `gain / fan`. tfjs truncates the normal distribution without correcting its
 * variance, unlike Keras; over 50 layers, activations would vanish.
 */
export function varianceScaling(gain: number, mode: 'fan_in' | 'fan_out'): JsonObject {
  const scale = gain / truncatedVariance;
  return { class_name: 'VarianceScaling', config: { scale, mode, distribution: 'normal', seed: null } };
}
