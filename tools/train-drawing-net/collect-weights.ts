import type { NamedTensorMap } from '@tensorflow/tfjs';
import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import { foldBatchNorm } from '../convert-efficientnet-lite0/fold-batch-norm.ts';
import type { HostTensor } from '../convert-efficientnet-lite0/read-checkpoint.ts';
import { transpose } from '../convert-efficientnet-lite0/transpose.ts';
import { blocks } from './build-drawing-net.ts';

/** The default `epsilon` of tfjs's BatchNorm. */
const epsilon = 1e-3;
const channels = 3;

/**
 * Returns the weights of the published network: each BatchNorm is folded into the preceding convolution, and the first
 * convolution takes RGB. Each of its channels has a third of the kernel, so that a grey picture gives the same result.
 * @throws Error if a weight is missing
 */
export function collectWeights(trained: NamedTensorMap): NamedWeight[] {
  const take = (name: string): HostTensor => {
    const tensor = trained[name];
    if (tensor === undefined) throw new Error(`the checkpoint has no ${name}`);
    return { shape: tensor.shape, data: Float32Array.from(tensor.dataSync()) };
  };
  const convolutions = blocks.flat().flatMap((_, index): NamedWeight[] => {
    const number = index + 1;
    const norm = (name: string): Float32Array => take(`norm${number}/${name}`).data;
    const kernel = number === 1 ? toRgb(take('conv1/kernel')) : take(`conv${number}/kernel`);
    // tfjs's layout is [height, width, in, out]; folding needs the output channel first.
    const outputFirst = transpose(kernel, [3, 2, 0, 1]);
    const folded = foldBatchNorm(outputFirst, {
      gamma: norm('gamma'),
      beta: norm('beta'),
      mean: norm('moving_mean'),
      variance: norm('moving_variance'),
      epsilon,
    });
    const back = transpose({ shape: outputFirst.shape, data: folded.kernel }, [2, 3, 1, 0]);
    return [
      { name: `conv${number}/kernel`, role: 'stem', ...back },
      { name: `conv${number}/bias`, role: 'bias', shape: [folded.bias.length], data: folded.bias },
    ];
  });
  return [
    ...convolutions,
    { name: 'logits/kernel', role: 'dense', ...take('logits/kernel') },
    { name: 'logits/bias', role: 'bias', ...take('logits/bias') },
  ];
}

/** Converts a kernel [height, width, 1, out] to [height, width, 3, out]. */
function toRgb({ shape, data }: HostTensor): HostTensor {
  const [height = 0, width = 0, , out = 0] = shape;
  const rgb = new Float32Array(data.length * channels);
  for (let place = 0; place < height * width; place += 1) {
    const values = data.subarray(place * out, (place + 1) * out).map((value) => value / channels);
    for (let channel = 0; channel < channels; channel += 1)
      rgb.set(values, (place * channels + channel) * out);
  }
  return { shape: [height, width, channels, out], data: rgb };
}
