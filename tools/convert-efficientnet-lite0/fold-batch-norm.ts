import type { HostTensor } from './read-checkpoint.ts';

export interface BatchNorm {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly epsilon: number;
}

interface Folded {
  /** Same layout as the kernel that came in. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Turns convolution + BatchNorm (with its running statistics) into one convolution with a bias:
 * w' = w·γ/√(σ²+ε), b' = β − μ·γ/√(σ²+ε), computed in float64 and rounded once.
 * @param kernel PyTorch layout, output channel first: [out, in, h, w], or [channels, 1, h, w] for a depthwise one
 * @throws Error when the kernel and the statistics disagree on the number of channels
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
