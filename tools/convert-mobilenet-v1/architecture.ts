import { lastFeatureLayer } from '../../src/lessons-runtime/models/mobile-net.ts';

/** The layer of the classifier's weights. */
export const classifierLayer = 'conv_preds';

/** A layer: its name in Keras, the layer before it, and the names of its operation and weights in the graph. */
export type LayerSpec =
  | ConvolutionSpec
  | BatchNormSpec
  | ClassifierSpec
  | { readonly kind: 'relu6' | 'average-pool' | 'softmax'; readonly name: string; readonly from: string }
  | {
      readonly kind: 'reshape';
      readonly name: string;
      readonly from: string;
      readonly shape: readonly number[];
    }
  | { readonly kind: 'dropout'; readonly name: string; readonly from: string; readonly rate: number };

export interface ConvolutionSpec {
  readonly kind: 'convolution' | 'depthwise';
  readonly name: string;
  readonly from: string;
  readonly inputs: number;
  /** The number of output channels. A depthwise convolution has as many as inputs. */
  readonly filters: number;
  readonly size: number;
  readonly stride: number;
  readonly operation: string;
  readonly weight: string;
}

export interface BatchNormSpec {
  readonly kind: 'batch-norm';
  readonly name: string;
  readonly from: string;
  readonly channels: number;
  /** The scope of its four vectors in the graph. */
  readonly weight: string;
  /** The name of the constant that is added to the variance. */
  readonly epsilon: string;
}

/** The classifier: a 1×1 convolution of a single pixel. */
export interface ClassifierSpec {
  readonly kind: 'classifier';
  readonly name: string;
  readonly from: string;
  readonly inputs: number;
  readonly classes: number;
  readonly operation: string;
  readonly weight: string;
}

export const inputName = 'input_1';
export const batchNormEpsilon = 1e-3;
export const classes = 1000;
const stemFilters = 32;

/** Source: `MOBILENETV1_CONV_DEFS` of TensorFlow's `slim/nets/mobilenet_v1.py`. */
const blocks: readonly { readonly stride: 1 | 2; readonly filters: number }[] = [
  { stride: 1, filters: 64 },
  { stride: 2, filters: 128 },
  { stride: 1, filters: 128 },
  { stride: 2, filters: 256 },
  { stride: 1, filters: 256 },
  { stride: 2, filters: 512 },
  { stride: 1, filters: 512 },
  { stride: 1, filters: 512 },
  { stride: 1, filters: 512 },
  { stride: 1, filters: 512 },
  { stride: 1, filters: 512 },
  { stride: 2, filters: 1024 },
  { stride: 1, filters: 1024 },
];

/** Returns the layers of MobileNet V1 in the order in which they run, without the input, named as in Keras's `mobilenet.py`. */
export function mobileNetV1Layers(): readonly LayerSpec[] {
  const layers: LayerSpec[] = normalized({
    kind: 'convolution',
    name: 'conv1',
    from: inputName,
    inputs: 3,
    filters: stemFilters,
    size: 3,
    stride: 2,
    ...inGraph('Conv2d_0', 'convolution', 'weights'),
  });
  let channels = stemFilters;
  for (const [index, { stride, filters }] of blocks.entries()) {
    const number = index + 1;
    const previous = number === 1 ? 'conv1' : `conv_pw_${index}`;
    layers.push(
      ...normalized({
        kind: 'depthwise',
        name: `conv_dw_${number}`,
        from: `${previous}_relu`,
        inputs: channels,
        filters: channels,
        size: 3,
        stride,
        ...inGraph(`Conv2d_${number}_depthwise`, 'depthwise', 'depthwise_weights'),
      }),
      ...normalized({
        kind: 'convolution',
        name: `conv_pw_${number}`,
        from: `conv_dw_${number}_relu`,
        inputs: channels,
        filters,
        size: 1,
        stride: 1,
        ...inGraph(`Conv2d_${number}_pointwise`, 'convolution', 'weights'),
      }),
    );
    channels = filters;
  }
  layers.push(
    { kind: 'average-pool', name: 'global_average_pooling2d', from: lastFeatureLayer },
    { kind: 'reshape', name: 'reshape_1', from: 'global_average_pooling2d', shape: [1, 1, channels] },
    { kind: 'dropout', name: 'dropout', from: 'reshape_1', rate: 0.001 },
    {
      kind: 'classifier',
      name: classifierLayer,
      from: 'dropout',
      inputs: channels,
      classes,
      operation: 'MobilenetV1/Logits/Conv2d_1c_1x1/convolution',
      weight: 'MobilenetV1/Logits/Conv2d_1c_1x1',
    },
    { kind: 'reshape', name: 'reshape_2', from: classifierLayer, shape: [classes] },
    { kind: 'softmax', name: 'predictions', from: 'reshape_2' },
  );
  return layers;
}

/** Returns a convolution without a bias, its BatchNormalization, and ReLU6. */
function normalized(convolution: ConvolutionSpec): LayerSpec[] {
  const { name, filters, weight } = convolution;
  const scope = weight.slice(0, weight.lastIndexOf('/'));
  return [
    convolution,
    {
      kind: 'batch-norm',
      name: `${name}_bn`,
      from: name,
      channels: filters,
      weight: `${scope}/BatchNorm`,
      epsilon: `MobilenetV1/${scope}/BatchNorm/batchnorm/add/y`,
    },
    { kind: 'relu6', name: `${name}_relu`, from: `${name}_bn` },
  ];
}

/** Returns TensorFlow's names of an operation, which repeats the outer scope, and of its weights. */
function inGraph(scope: string, operation: string, weight: string) {
  return {
    operation: `MobilenetV1/MobilenetV1/${scope}/${operation}`,
    weight: `MobilenetV1/${scope}/${weight}`,
  };
}
