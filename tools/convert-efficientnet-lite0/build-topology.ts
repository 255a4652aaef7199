import type { ConvolutionSpec, LayerSpec } from './architecture.ts';
import { inputName } from './architecture.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * Creates the `modelTopology` of a tfjs layers model, in Keras's format, for any input size.
 * It includes initializers, so that the same file also serves to create a network with random weights.
 */
export function buildTopology(layers: readonly LayerSpec[]): JsonObject {
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
      name: 'efficientnet_lite0',
      layers: [input, ...layers.map(toKeras)],
      input_layers: [[inputName, 0, 0]],
      output_layers: [[last, 0, 0]],
    },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
}

function toKeras(layer: LayerSpec): JsonObject {
  const from = typeof layer.from === 'string' ? [layer.from] : layer.from;
  const [className, config] = describe(layer);
  return {
    name: layer.name,
    class_name: className,
    config: { ...config, name: layer.name, trainable: true, dtype: 'float32' },
    inbound_nodes: [from.map((name) => [name, 0, 0, {}])],
  };
}

function describe(layer: LayerSpec): [className: string, config: JsonObject] {
  switch (layer.kind) {
    case 'convolution':
      return [
        'Conv2D',
        {
          filters: layer.filters,
          ...window(layer),
          kernel_initializer: varianceScaling(layer.rectified ? 2 : 1, 'fan_in'),
        },
      ];
    case 'depthwise':
      // tfjs computes a depthwise kernel's fan-in over all channels; its fan-out is the real number of inputs per output.
      return [
        'DepthwiseConv2D',
        { ...window(layer), depth_multiplier: 1, depthwise_initializer: varianceScaling(2, 'fan_out') },
      ];
    case 'relu6':
      return ['ReLU', { max_value: 6 }];
    case 'add':
      return ['Add', {}];
    case 'average-pool':
      return ['GlobalAveragePooling2D', { data_format: 'channels_last' }];
    case 'dropout':
      return ['Dropout', { rate: layer.rate }];
    case 'dense':
      return [
        'Dense',
        {
          units: layer.units,
          activation: 'linear',
          use_bias: true,
          kernel_initializer: varianceScaling(1, 'fan_in'),
          bias_initializer: zeros,
        },
      ];
    case 'softmax':
      return ['Softmax', { axis: -1 }];
  }
}

function window(layer: ConvolutionSpec): JsonObject {
  return {
    kernel_size: [layer.size, layer.size],
    strides: [layer.stride, layer.stride],
    padding: 'same',
    data_format: 'channels_last',
    dilation_rate: [1, 1],
    activation: 'linear',
    use_bias: true,
    bias_initializer: zeros,
  };
}

const zeros: JsonObject = { class_name: 'Zeros', config: {} };

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
