import {
  constantInitializer,
  type JsonObject,
  kerasTopology,
  varianceScaling,
} from '../convert-efficientnet-lite0/keras-topology.ts';
import type { LayerSpec } from './architecture.ts';
import { batchNormEpsilon, inputName } from './architecture.ts';

/**
 * Builds the `modelTopology` of a tfjs layers model for any input size, with Keras's names of fields.
 *
 * With its initializers each convolution keeps the variance of its input, so that the network can also be trained while
 * BatchNormalization is frozen with its initial statistics. Keras's `glorot_uniform` does not keep it, because it computes
 * the fan-in of a depthwise kernel over all channels.
 */
export function buildTopology(layers: readonly LayerSpec[]): JsonObject {
  return kerasTopology({ name: 'mobilenet_1.00_224', inputName }, layers, describe);
}

function describe(layer: LayerSpec): [className: string, config: JsonObject] {
  switch (layer.kind) {
    case 'convolution':
      return [
        'Conv2D',
        {
          filters: layer.filters,
          ...window(layer.size, layer.stride),
          use_bias: false,
          kernel_initializer: varianceScaling(2, 'fan_in'),
        },
      ];
    case 'depthwise':
      // tfjs computes the fan-in of a depthwise kernel over all channels; its fan-out is the number of inputs of one output.
      return [
        'DepthwiseConv2D',
        {
          ...window(layer.size, layer.stride),
          use_bias: false,
          depth_multiplier: 1,
          depthwise_initializer: varianceScaling(2, 'fan_out'),
        },
      ];
    case 'batch-norm':
      return [
        'BatchNormalization',
        {
          axis: 3,
          momentum: 0.99,
          epsilon: batchNormEpsilon,
          center: true,
          scale: true,
          beta_initializer: constantInitializer('Zeros'),
          gamma_initializer: constantInitializer('Ones'),
          moving_mean_initializer: constantInitializer('Zeros'),
          moving_variance_initializer: constantInitializer('Ones'),
        },
      ];
    case 'relu6':
      return ['ReLU', { max_value: 6 }];
    case 'average-pool':
      return ['GlobalAveragePooling2D', { data_format: 'channels_last' }];
    case 'reshape':
      return ['Reshape', { target_shape: [...layer.shape] }];
    case 'dropout':
      return ['Dropout', { rate: layer.rate }];
    case 'classifier':
      return [
        'Conv2D',
        {
          filters: layer.classes,
          ...window(1, 1),
          use_bias: true,
          kernel_initializer: varianceScaling(1, 'fan_in'),
          bias_initializer: constantInitializer('Zeros'),
        },
      ];
    case 'softmax':
      return ['Activation', { activation: 'softmax' }];
  }
}

function window(size: number, stride: number): JsonObject {
  return {
    kernel_size: [size, size],
    strides: [stride, stride],
    padding: 'same',
    data_format: 'channels_last',
    dilation_rate: [1, 1],
    activation: 'linear',
  };
}
