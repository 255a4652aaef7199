import type { HostTensor } from './read-checkpoint.ts';

/**
 * Reorders axes as `numpy.transpose` does.
 * @param axes for each axis of the result, the corresponding axis of the source
 * @throws Error if `axes` is not a permutation of the tensor's axes
 */
export function transpose(tensor: HostTensor, axes: readonly number[]): HostTensor {
  const rank = tensor.shape.length;
  if (axes.length !== rank || new Set(axes).size !== rank || axes.some((axis) => axis < 0 || axis >= rank)) {
    throw new Error(`[${axes.join()}] is not a permutation of the axes of [${tensor.shape.join()}]`);
  }
  const sourceStrides = stridesOf(tensor.shape);
  const shape = axes.map((axis) => tensor.shape[axis] ?? 1);
  const strides = axes.map((axis) => sourceStrides[axis] ?? 0);
  const targetStrides = stridesOf(shape);
  const data = new Float32Array(tensor.data.length);
  for (let to = 0; to < data.length; to += 1) {
    let rest = to;
    let from = 0;
    for (let axis = 0; axis < rank; axis += 1) {
      const stride = targetStrides[axis] ?? 1;
      const index = Math.floor(rest / stride);
      rest -= index * stride;
      from += index * (strides[axis] ?? 0);
    }
    data[to] = tensor.data[from] ?? 0;
  }
  return { shape, data };
}

function stridesOf(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  return strides;
}
