import type { NamedWeight } from '../convert-efficientnet-lite0/collect-weights.ts';
import type { Encoding } from '../convert-efficientnet-lite0/encode-weight.ts';

export interface Setting {
  readonly name: string;
  readonly encodingOf: (weight: NamedWeight) => Encoding;
}

/** Kernels with fewer values are in the first blocks, and their rounding errors affect all later layers. */
const smallKernel = 10_000;

const isVector = ({ role }: NamedWeight): boolean => role === 'bias' || role === 'norm';
const isSmall = (weight: NamedWeight): boolean => isVector(weight) || weight.data.length < smallKernel;

const storedAs =
  (rest: Encoding, classifier: Encoding = rest) =>
  (weight: NamedWeight): Encoding =>
    isSmall(weight) ? 'float32' : weight.role === 'dense' ? classifier : rest;

/** The setting of the published files. `measure.ts` compares it with the others; the model card has the results. */
export const published: Setting = {
  name: 'float32 vectors and small kernels, uint16 the rest',
  encodingOf: storedAs('uint16'),
};

/** All settings that are measured, starting with the largest files. */
export const settings: readonly Setting[] = [
  { name: 'float32 everything', encodingOf: () => 'float32' },
  published,
  { name: 'float32 vectors and small kernels, float16 the rest', encodingOf: storedAs('float16') },
  { name: 'float32 vectors, float16 the rest', encodingOf: (one) => (isVector(one) ? 'float32' : 'float16') },
  { name: 'float16 everything', encodingOf: () => 'float16' },
  {
    name: 'float32 vectors and small kernels, uint8 classifier, uint16 the rest',
    encodingOf: storedAs('uint16', 'uint8'),
  },
  {
    name: 'float32 vectors and small kernels, uint8 classifier, float16 the rest',
    encodingOf: storedAs('float16', 'uint8'),
  },
  { name: 'float32 vectors and small kernels, uint8 the rest', encodingOf: storedAs('uint8') },
];
