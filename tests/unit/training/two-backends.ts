import * as tf from '@tensorflow/tfjs';
import { registerTrainingKernels } from '../../../src/lessons-runtime/training/index.ts';
import { loadBuilds } from '../../../src/lessons-runtime/training/load-builds.ts';
import { startWasm } from '../../../tools/convert-efficientnet-lite0/start-wasm.ts';

export const buildNames = ['fused multiply-add', 'plain SIMD', 'composed of operations'] as const;
export type BuildName = (typeof buildNames)[number];

/** Sets tfjs's wasm backend with one build of the training kernels. @returns a function that removes the kernels */
export async function startTraining(name: BuildName, limitBytes?: number): Promise<() => void> {
  const [fused, plain] = loadBuilds();
  if (fused === undefined || plain === undefined) throw new Error('two builds are expected');
  const builds = { 'fused multiply-add': [fused], 'plain SIMD': [plain], 'composed of operations': [] }[name];
  if (!builds.every((build) => WebAssembly.validate(build)))
    throw new Error(`this engine cannot run ${name}`);
  await startWasm();
  const undo = registerTrainingKernels(tf, { builds, limitBytes });
  await tf.setBackend('wasm');
  return undo;
}

/** The content of a tensor, independent of a backend. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Computes values on a backend, without leaking tensors. */
export async function valuesOn(
  backend: 'cpu' | 'wasm',
  inputs: readonly Values[],
  compute: (...tensors: tf.Tensor[]) => tf.Tensor[],
): Promise<readonly Float32Array[]> {
  await tf.setBackend(backend);
  const results = tf.tidy(() =>
    compute(...inputs.map(({ data, shape }) => tf.tensor(data.slice(), [...shape], 'float32'))),
  );
  const values = await Promise.all(results.map(async (result) => Float32Array.from(await result.data())));
  tf.dispose(results);
  return values;
}

/** Returns the largest difference, relative to the largest magnitude of the reference. */
export function relativeError(reference: ArrayLike<number>, other: ArrayLike<number>): number {
  if (reference.length !== other.length) return Number.POSITIVE_INFINITY;
  let largest = 1e-12;
  let difference = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const [one, two] = [Number(reference[index]), Number(other[index])];
    if (Number.isFinite(one)) largest = Math.max(largest, Math.abs(one));
    if (Object.is(one, two)) continue;
    difference = Math.max(difference, Math.abs(one - two));
    if (Number.isNaN(one - two)) return Number.POSITIVE_INFINITY;
  }
  return difference / largest;
}
