import type { Tensor } from '@tensorflow/tfjs';

/**
 * Reads labels as class numbers.
 * @param ys one-hot rows [n, classes], or class numbers [n] or [n, 1]
 * @returns `null` if they are not labels of that many classes
 */
export async function readLabels(ys: Tensor, classes: number): Promise<readonly number[] | null> {
  const [total = 0, width = 1] = ys.shape;
  if (ys.shape.length > 2 || ys.dtype === 'string') return null;
  const values = Array.from(await ys.data());
  if (width === 1) {
    const isClass = (label: number) => Number.isInteger(label) && label >= 0 && label < classes;
    return values.every(isClass) ? values : null;
  }
  if (width !== classes) return null;
  return Array.from({ length: total }, (_, row) => {
    const oneHot = values.slice(row * width, (row + 1) * width);
    return oneHot.indexOf(Math.max(...oneHot));
  });
}
