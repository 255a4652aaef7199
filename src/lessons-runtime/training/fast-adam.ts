import type { AdamOptimizer, Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { NamedTensor, NamedTensorMap } from '@tensorflow/tfjs-core/dist/tensor_types';
import type { HeapKernel } from './kernel-replacement.ts';
import { type Core, inputOf, numbersOf } from './tensor-flow.ts';

export const adamKernelName = 'DeshieloAdam';

interface Moment {
  readonly originalName: string;
  readonly variable: Variable;
}

/** The private fields of tfjs's Adam. */
interface Adam extends Pick<AdamOptimizer, 'applyGradients'> {
  readonly accBeta1: Variable;
  readonly accBeta2: Variable;
  readonly accumulatedFirstMoment: (Moment | undefined)[];
  readonly accumulatedSecondMoment: (Moment | undefined)[];
  readonly beta1: number;
  readonly beta2: number;
  readonly learningRate: number;
  readonly epsilon: number;
  incrementIterations(): void;
}

/**
 * Computes new weights and moments from the old ones and a gradient. The results are new tensors, because XNNPACK caches a
 * packed copy of each weight by the id of its tensor.
 */
export const adam: HeapKernel = (call, { core }, heap) => {
  const inputs = ['value', 'gradient', 'first', 'second'].map((name) => inputOf(call, name));
  const { shape } = inputOf(call, 'value');
  const outputs = [heap.output(shape), heap.output(shape), heap.output(shape)];
  const offsets = [...inputs, ...outputs].map((tensor) => heap.at(tensor));
  heap.functions.adamStep(...offsets, core.util.sizeFromShape(shape), ...numbersOf(call, 'factors'));
  return outputs;
};

/**
 * Makes Adam update each weight in one pass on the wasm backend instead of tfjs's thirteen, with bit-identical results.
 * @returns a function that restores tfjs's own `applyGradients`
 */
export function useFastAdam(core: Core): () => void {
  const prototype: Pick<AdamOptimizer, 'applyGradients'> = core.AdamOptimizer.prototype;
  const { applyGradients } = prototype;
  prototype.applyGradients = function applyGradientsFast(
    this: Adam,
    gradients: NamedTensorMap | NamedTensor[],
  ): void {
    if (core.getBackend() !== 'wasm') {
      applyGradients.call(this as never, gradients as NamedTensor[]);
      return;
    }
    const entries = Array.isArray(gradients)
      ? gradients.map(({ name, tensor }) => [name, tensor] as const)
      : Object.entries(gradients);
    core.tidy(() => {
      const factors = stepFactors(this);
      for (const [index, [name, gradient]] of entries.entries()) {
        const value = core.engine().registeredVariables[name];
        if (value === undefined) continue;
        const first = momentOf(core, this.accumulatedFirstMoment, index, `${name}/m`, value);
        const second = momentOf(core, this.accumulatedSecondMoment, index, `${name}/v`, value);
        // A weight that the loss does not depend on has no gradient, though tfjs's types say otherwise.
        if ((gradient as Tensor | null) === null) continue;
        const inputs = { value, gradient, first, second };
        const outputs: unknown = core.engine().runKernel(adamKernelName, inputs, { factors });
        const [newValue, newFirst, newSecond] = outputs as [Tensor, Tensor, Tensor];
        value.assign(newValue);
        first.assign(newFirst);
        second.assign(newSecond);
      }
      this.accBeta1.assign(core.mul<Scalar>(this.accBeta1, this.beta1));
      this.accBeta2.assign(core.mul<Scalar>(this.accBeta2, this.beta2));
    });
    this.incrementIterations();
  } as typeof applyGradients;
  return () => {
    prototype.applyGradients = applyGradients;
  };
}

/** Returns the factors of `assembly/adam.ts`, in the order of its parameters. */
function stepFactors({ accBeta1, accBeta2, beta1, beta2, learningRate, epsilon }: Adam): number[] {
  const bias = (accumulated: Variable) => Math.fround(1 - (accumulated.dataSync()[0] ?? 0));
  return [beta1, 1 - beta1, beta2, 1 - beta2, bias(accBeta1), bias(accBeta2), -learningRate, epsilon];
}

/** Returns the moment of the variable at an index, as tfjs stores them; creates it with zeros. */
function momentOf(
  core: Core,
  moments: (Moment | undefined)[],
  index: number,
  originalName: string,
  value: Variable,
): Variable {
  const existing = moments[index];
  if (existing !== undefined) return existing.variable;
  const variable = core.tidy(() => core.zerosLike(value).variable(false));
  moments[index] = { originalName, variable };
  return variable;
}
