import type { ConvolutionSpec, DenseSpec, LayerSpec } from './architecture.ts';
import { batchNormEpsilon } from './architecture.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';
import type { HostTensor } from './read-checkpoint.ts';
import { transpose } from './transpose.ts';

/** A weight with its name in tfjs. */
export interface NamedWeight extends HostTensor {
  readonly name: string;
  readonly role: 'pointwise' | 'depthwise' | 'stem' | 'dense' | 'bias' | 'norm';
}

/**
 * Converts the checkpoint's weights to tfjs's layouts, with BatchNorm folded in:
 * convolution [h, w, in, out], depthwise [h, w, channels, 1], dense [in, out].
 * @throws Error if a tensor is missing, unused, or does not have the layer's shape
 */
export function collectWeights(
  layers: readonly LayerSpec[],
  checkpoint: ReadonlyMap<string, HostTensor>,
): NamedWeight[] {
  const unused = new Set(checkpoint.keys());
  const take = (name: string): HostTensor => {
    const tensor = checkpoint.get(name);
    if (!tensor) throw new Error(`the checkpoint has no ${name}`);
    unused.delete(name);
    return tensor;
  };
  const weights = layers.flatMap((layer) => {
    if (layer.kind === 'convolution' || layer.kind === 'depthwise') return fromConvolution(layer, take);
    if (layer.kind === 'dense') return fromDense(layer, take);
    return [];
  });
  if (unused.size > 0)
    throw new Error(`the checkpoint has tensors that no layer uses: ${[...unused].join(', ')}`);
  return weights;
}

type Take = (name: string) => HostTensor;

function fromConvolution(layer: ConvolutionSpec, take: Take): NamedWeight[] {
  const kernel = take(layer.weight);
  const [outputs, , height, width] = kernel.shape;
  if (outputs !== layer.filters || height !== layer.size || width !== layer.size) {
    throw new Error(
      `${layer.name}: ${layer.weight} is [${kernel.shape.join()}], not ${layer.filters} of ${layer.size}×${layer.size}`,
    );
  }
  const folded = foldBatchNorm(kernel, {
    gamma: take(`${layer.norm}.weight`).data,
    beta: take(`${layer.norm}.bias`).data,
    mean: take(`${layer.norm}.running_mean`).data,
    variance: take(`${layer.norm}.running_var`).data,
    epsilon: batchNormEpsilon,
  });
  const depthwise = layer.kind === 'depthwise';
  const axes = depthwise ? [2, 3, 0, 1] : [2, 3, 1, 0];
  return [
    {
      name: `${layer.name}/${depthwise ? 'depthwise_kernel' : 'kernel'}`,
      role: depthwise ? 'depthwise' : layer.size === 1 ? 'pointwise' : 'stem',
      ...transpose({ shape: kernel.shape, data: folded.kernel }, axes),
    },
    { name: `${layer.name}/bias`, role: 'bias', shape: [layer.filters], data: folded.bias },
  ];
}

function fromDense(layer: DenseSpec, take: Take): NamedWeight[] {
  const kernel = take(layer.weight);
  if (kernel.shape[0] !== layer.units)
    throw new Error(`${layer.name}: ${layer.weight} has ${kernel.shape[0]} rows`);
  return [
    { name: `${layer.name}/kernel`, role: 'dense', ...transpose(kernel, [1, 0]) },
    { name: `${layer.name}/bias`, role: 'bias', ...take(layer.bias) },
  ];
}
