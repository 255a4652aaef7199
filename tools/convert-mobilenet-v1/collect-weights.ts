import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import type { HostTensor } from '../convert-efficientnet-lite0/read-checkpoint.ts';
import type { BatchNormSpec, ClassifierSpec, ConvolutionSpec, LayerSpec } from './architecture.ts';
import { batchNormEpsilon } from './architecture.ts';
import type { GraphNode } from './read-graph.ts';

type Graph = ReadonlyMap<string, GraphNode>;

/** The scopes of the classifier that the package added when it retrained the network. */
const addedClassifier = /^(?:final_training_ops|final_result|input_1)(?:\/|$)/;

/**
 * Returns the weights of all layers from the graph, including BatchNormalization, with their names in tfjs.
 * Omits the background class (output 0 of 1001), so that the softmax is over the 1000 classes of ImageNet.
 * @throws {Error} if the graph has no such operation or weight, if a stride, padding, epsilon or shape differs from the
 *   layer's, or if a weight belongs to no layer
 */
export function collectWeights(layers: readonly LayerSpec[], graph: Graph): NamedWeight[] {
  const taken = new Set<string>();
  const take = (name: string, shape: readonly number[]): HostTensor => {
    const tensor = nodeOf(graph, name).tensor;
    if (tensor === null) throw new Error(`${name} is not a float32 constant`);
    if (tensor.shape.join() !== shape.join())
      throw new Error(`${name} is [${tensor.shape.join()}], not [${shape.join()}]`);
    taken.add(name);
    return tensor;
  };
  const weights = layers.flatMap((layer): NamedWeight[] => {
    switch (layer.kind) {
      case 'convolution':
      case 'depthwise':
        return [fromConvolution(layer, graph, take)];
      case 'batch-norm':
        return fromBatchNorm(layer, take);
      case 'classifier':
        return fromClassifier(layer, graph, take);
      default:
        return [];
    }
  });
  const unused = [...graph.values()].filter(
    ({ name, tensor }) => tensor !== null && !taken.has(name) && !addedClassifier.test(name),
  );
  if (unused.length > 0)
    throw new Error(`no layer uses these weights of the graph: ${unused.map(({ name }) => name).join(', ')}`);
  return weights;
}

type Take = (name: string, shape: readonly number[]) => HostTensor;

function fromConvolution(layer: ConvolutionSpec, graph: Graph, take: Take): NamedWeight {
  requireWindow(nodeOf(graph, layer.operation), layer.stride);
  const { name, size, inputs, filters, weight } = layer;
  if (layer.kind === 'depthwise')
    return {
      name: `${name}/depthwise_kernel`,
      role: 'depthwise',
      ...take(weight, [size, size, inputs, 1]),
    };
  const role = size === 1 ? 'pointwise' : 'stem';
  return { name: `${name}/kernel`, role, ...take(weight, [size, size, inputs, filters]) };
}

function fromBatchNorm({ name, weight, channels, epsilon }: BatchNormSpec, take: Take): NamedWeight[] {
  const [found] = take(epsilon, []).data;
  if (found !== Math.fround(batchNormEpsilon))
    throw new Error(`${epsilon} is ${found}, not ${batchNormEpsilon}`);
  return ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((part) => ({
    name: `${name}/${part}`,
    role: 'norm',
    ...take(`${weight}/${part}`, [channels]),
  }));
}

function fromClassifier(layer: ClassifierSpec, graph: Graph, take: Take): NamedWeight[] {
  requireWindow(nodeOf(graph, layer.operation), 1);
  const { name, inputs, classes, weight } = layer;
  const kernel = take(`${weight}/weights`, [1, 1, inputs, classes + 1]);
  const bias = take(`${weight}/biases`, [classes + 1]);
  return [
    {
      name: `${name}/kernel`,
      role: 'dense',
      shape: [1, 1, inputs, classes],
      data: withoutFirstColumn(kernel.data, classes + 1),
    },
    {
      name: `${name}/bias`,
      role: 'bias',
      shape: [classes],
      data: withoutFirstColumn(bias.data, classes + 1),
    },
  ];
}

function withoutFirstColumn(data: Float32Array, columns: number): Float32Array {
  return data.filter((_, index) => index % columns !== 0);
}

function requireWindow({ name, strings, integerLists }: GraphNode, stride: number): void {
  const found = `${strings['padding']} ${integerLists['strides']?.join()}`;
  const expected = `SAME ${[1, stride, stride, 1].join()}`;
  if (found !== expected) throw new Error(`${name} has padding and strides ${found}, not ${expected}`);
}

function nodeOf(graph: Graph, name: string): GraphNode {
  const node = graph.get(name);
  if (node === undefined) throw new Error(`the graph has no ${name}`);
  return node;
}
