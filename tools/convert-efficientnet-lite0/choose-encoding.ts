import type { NamedWeight } from './collect-weights.ts';
import type { Encoding } from './encode-weight.ts';

export interface Setting {
  readonly name: string;
  readonly encodingOf: (weight: NamedWeight) => Encoding;
}

/** Kernels with fewer values are those of the first blocks, whose rounding errors affect all later layers. */
const smallKernel = 10_000;

const keepEarly =
  (rest: Encoding) =>
  (weight: NamedWeight): Encoding =>
    weight.role === 'bias' || weight.data.length < smallKernel ? 'float32' : rest;

const withByteKernels =
  (...names: readonly string[]) =>
  (weight: NamedWeight): Encoding =>
    names.includes(weight.name) ? 'uint8' : keepEarly('uint16')(weight);

/** The published setting. `measure.ts` compares it with the others; the model card has the results. */
export const published: Setting = {
  name: 'float32 biases and small kernels, uint8 classifier, uint16 the rest',
  encodingOf: withByteKernels('logits/kernel'),
};

/** The settings that `measure.ts` compares, the largest file first. */
export const settings: readonly Setting[] = [
  { name: 'float32 everything', encodingOf: () => 'float32' },
  { name: 'float32 biases and small kernels, uint16 the rest', encodingOf: keepEarly('uint16') },
  { name: 'float32 biases and small kernels, float16 the rest', encodingOf: keepEarly('float16') },
  {
    name: 'float32 biases, uint16 the rest',
    encodingOf: ({ role }) => (role === 'bias' ? 'float32' : 'uint16'),
  },
  { name: 'float16 everything', encodingOf: () => 'float16' },
  {
    name: 'float32 biases and small kernels, uint8 head_conv, uint16 the rest',
    encodingOf: withByteKernels('head_conv/kernel'),
  },
  published,
  {
    name: 'float32 biases and small kernels, uint8 head_conv and classifier, uint16 the rest',
    encodingOf: withByteKernels('head_conv/kernel', 'logits/kernel'),
  },
  {
    name: 'float32 biases, uint8 pointwise and classifier, float16 the rest',
    encodingOf: ({ role }) =>
      role === 'bias' ? 'float32' : role === 'pointwise' || role === 'dense' ? 'uint8' : 'float16',
  },
  {
    name: 'float32 biases, uint8 the rest',
    encodingOf: ({ role }) => (role === 'bias' ? 'float32' : 'uint8'),
  },
];
