import type { Tensor } from '@tensorflow/tfjs-core';
import type { FastGradient } from './gradient-replacement.ts';
import { leadingRows } from './reduction-kernels.ts';
import type { Core } from './tensor-flow.ts';

/** The names of kernels that only these gradients use. */
export const gradientKernels = {
  clipGradient: 'DeshieloClipGradient',
  reluGradient: 'DeshieloReluGradient',
  repeatRow: 'DeshieloRepeatRow',
  scaleColumns: 'DeshieloScaleColumns',
  sumDeviations: 'DeshieloSumDeviations',
} as const;

/** Returns gradients that take one or two passes over the activations, where tfjs composes them of many. */
export function fastGradients(core: Core): Readonly<Record<string, FastGradient>> {
  const run = (name: string, inputs: Record<string, Tensor>, attrs: Record<string, number | number[]> = {}) =>
    core.engine().runKernel(name, inputs, attrs) as Tensor;

  const relu =
    (high: number): FastGradient =>
    (dy, [x]) =>
      x === undefined ? null : { x: () => run(gradientKernels.reluGradient, { x, dy }, { high }) };

  const clip: FastGradient = (dy, [x], { clipValueMin, clipValueMax }) => {
    if (x === undefined) return null;
    const range = { low: Number(clipValueMin), high: Number(clipValueMax) };
    return { x: () => run(gradientKernels.clipGradient, { x, dy }, range) };
  };

  const batchNormalization: FastGradient = (dy, [x, mean, variance, scale], { varianceEpsilon }) => {
    if (x === undefined || mean?.rank !== 1 || variance === undefined) return null;
    const perDeviation = core.rsqrt(core.add(variance, Number(varianceEpsilon)));
    const factor = scale === undefined ? perDeviation : core.mul(perDeviation, scale);
    const sumOfDy = () => core.sum(dy.reshape([-1, mean.size]), 0);
    const deviations = () => run(gradientKernels.sumDeviations, { x, dy, mean });
    return {
      x: () => run(gradientKernels.scaleColumns, { x: dy, factor }),
      mean: () => core.neg(core.mul(factor, sumOfDy())),
      variance: () => core.mul(core.mul(factor, core.square(perDeviation)), core.mul(deviations(), -0.5)),
      scale: () => core.mul(perDeviation, deviations()),
      offset: sumOfDy,
    };
  };

  const mean: FastGradient = (dy, [x], { axis }) => {
    const leading = x === undefined ? null : leadingRows(core, x.shape, axis as number[]);
    if (x === undefined || leading === null) return null;
    const { shape } = x;
    return { x: () => run(gradientKernels.repeatRow, { row: dy }, { shape, factor: 1 / leading.rows }) };
  };

  return {
    [core.Mean]: mean,
    [core.Relu]: relu(Number.POSITIVE_INFINITY),
    [core.Relu6]: relu(6),
    [core.ClipByValue]: clip,
    [core.FusedBatchNorm]: batchNormalization,
  };
}
