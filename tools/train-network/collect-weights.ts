import type { NamedTensorMap } from '@tensorflow/tfjs';
import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import { foldBatchNorm } from '../convert-efficientnet-lite0/fold-batch-norm.ts';
import type { HostTensor } from '../convert-efficientnet-lite0/read-checkpoint.ts';
import { transpose } from '../convert-efficientnet-lite0/transpose.ts';

/** The default `epsilon` of tfjs's BatchNorm. */
const epsilon = 1e-3;

/**
 * Returns the weights of the published network: each BatchNorm is folded into the preceding convolution.
 * @param convolutionCount the number of convolutions, which are `conv1`, `conv2`, …; the classifier is `logits`
 * @param adaptFirst converts the kernel of the first convolution, [height, width, in, out]; by default it stays as it is
 * @throws Error if a weight is missing
 */
export function collectWeights(
  trained: NamedTensorMap,
  convolutionCount: number,
  adaptFirst: (kernel: HostTensor) => HostTensor = (kernel) => kernel,
): NamedWeight[] {
  const take = (name: string): HostTensor => {
    const tensor = trained[name];
    if (tensor === undefined) throw new Error(`the checkpoint has no ${name}`);
    return { shape: tensor.shape, data: Float32Array.from(tensor.dataSync()) };
  };
  const numbers = Array.from({ length: convolutionCount }, (_, index) => index + 1);
  const convolutions = numbers.flatMap((number): NamedWeight[] => {
    const norm = (name: string): Float32Array => take(`norm${number}/${name}`).data;
    const stored = take(`conv${number}/kernel`);
    const kernel = number === 1 ? adaptFirst(stored) : stored;
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
