import type { ConvolutionSpec, LayerSpec } from './architecture.ts';
import { inputName } from './architecture.ts';
import { constantInitializer, type JsonObject, kerasTopology, varianceScaling } from './keras-topology.ts';

/**
 * Creates the `modelTopology` for any input size.
 * It includes initializers, so that the same file also serves to create a network with random weights.
 */
export function buildTopology(layers: readonly LayerSpec[]): JsonObject {
  return kerasTopology({ name: 'efficientnet_lite0', inputName }, layers, describe);
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
          bias_initializer: constantInitializer('Zeros'),
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
    bias_initializer: constantInitializer('Zeros'),
  };
}
