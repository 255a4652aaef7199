import type { HostTensor } from './read-checkpoint.ts';

/** The parameters of a BatchNorm, one value per channel. */
export interface BatchNorm {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly epsilon: number;
}

interface Folded {
  /** In the layout of the given kernel. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Combines a convolution and a BatchNorm with its running statistics into a convolution with a bias:
 * w' = w·γ/√(σ²+ε), b' = β − μ·γ/√(σ²+ε), computed in float64 and rounded once.
 * @param kernel in PyTorch's layout: [out, in, h, w], or [channels, 1, h, w] for a depthwise convolution
 * @throws Error if the kernel and the statistics have different numbers of channels
 */
export function foldBatchNorm(kernel: HostTensor, norm: BatchNorm): Folded {
  const channels = kernel.shape[0] ?? 0;
  for (const [name, values] of Object.entries({
    gamma: norm.gamma,
    beta: norm.beta,
    mean: norm.mean,
    variance: norm.variance,
  })) {
    if (values.length !== channels) {
      throw new Error(
        `BatchNorm has ${values.length} values of ${name}, the kernel has ${channels} output channels`,
      );
    }
  }
  const perChannel = kernel.data.length / channels;
  const bias = new Float32Array(channels);
  const folded = new Float32Array(kernel.data.length);
  for (let channel = 0; channel < channels; channel += 1) {
    const scale = (norm.gamma[channel] ?? 0) / Math.sqrt((norm.variance[channel] ?? 0) + norm.epsilon);
    bias[channel] = (norm.beta[channel] ?? 0) - (norm.mean[channel] ?? 0) * scale;
    const start = channel * perChannel;
    for (let at = start; at < start + perChannel; at += 1) folded[at] = (kernel.data[at] ?? 0) * scale;
  }
  return { kernel: folded, bias };
}
