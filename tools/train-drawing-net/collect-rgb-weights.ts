import type { NamedTensorMap } from '@tensorflow/tfjs';
import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import type { HostTensor } from '../convert-efficientnet-lite0/read-checkpoint.ts';
import { collectWeights } from '../train-network/collect-weights.ts';
import { blocks } from './build-drawing-net.ts';

const channels = 3;

/**
 * Returns the weights of the published network, whose first convolution takes RGB. Each of its channels has a third of the kernel,
 * so that a grey picture gives the same result.
 * @throws as `collectWeights`
 */
export function collectRgbWeights(trained: NamedTensorMap): NamedWeight[] {
  return collectWeights(trained, blocks.flat().length, toRgb);
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
