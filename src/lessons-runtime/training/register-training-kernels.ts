import { clipGradient, reluGradient } from './activation-kernels.ts';
import { composedKernels } from './composed-kernels.ts';
import {
  convolution,
  convolutionFilterGradient,
  convolutionInputGradient,
  fusedConvolution,
} from './convolution-kernels.ts';
import { depthwise, depthwiseFilterGradient, depthwiseInputGradient } from './depthwise-kernels.ts';
import { describeMissingKernels } from './describe-missing-kernels.ts';
import { adam, adamKernelName, useFastAdam } from './fast-adam.ts';
import { fastGradients, gradientKernels } from './fast-gradients.ts';
import { replaceGradient } from './gradient-replacement.ts';
import { attachHeapModule, type HeapModule } from './heap-module.ts';
import { type HeapKernel, type PlainKernel, replaceKernel } from './kernel-replacement.ts';
import { loadBuilds } from './load-builds.ts';
import { batchNormalization, scaleColumns, sumDeviations } from './normalization-kernels.ts';
import { defaultLimitBytes, freeFailedGradients, guardMemory } from './out-of-memory.ts';
import { averagePool, maxPool, maxPoolGradient } from './pooling-kernels.ts';
import { cast, identity, mean, repeatRow, sum, unsortedSegmentSum } from './reduction-kernels.ts';
import { fuseRelu6 } from './relu6-layers.ts';
import { suggestBatchSize } from './suggest-batch-size.ts';
import type { Core, TensorFlow, WasmBackend } from './tensor-flow.ts';

export type { TensorFlow };

export interface TrainingOptions {
  /**
   * Compiled kernels in order of preference. Default: those of this package. The first that the engine can run is used. If it
   * can run none, or for `[]`, the missing kernels are composed of tfjs's own operations, several times slower.
   */
  readonly builds?: readonly BufferSource[] | undefined;
  /** The limit of all tensors together, in bytes. Default 4,000,000,000. */
  readonly limitBytes?: number | undefined;
}

/**
 * Enables training on tfjs's wasm backend: registers the gradient kernels that it lacks, replaces those that are wrong or slow,
 * and makes allocations on a full heap throw `OutOfMemoryError` instead of overwriting it. Call it after the backend's own
 * kernels are registered (`import '@tensorflow/tfjs-backend-wasm'`) and before `tf.setBackend('wasm')`.
 * @param tf the namespace of `@tensorflow/tfjs`
 * @returns a function that undoes everything
 * @throws {Error} from `tf.setBackend('wasm')`, if the backend does not expose its memory: tfjs's threaded build, or another
 *   version of tfjs
 */
export function registerTrainingKernels(
  tf: TensorFlow,
  { builds = loadBuilds(), limitBytes = defaultLimitBytes }: TrainingOptions = {},
): () => void {
  const build = builds.find((candidate) => WebAssembly.validate(candidate));
  const setUp = (backend: WasmBackend) => guardMemory(tf, backend, limitBytes);
  const restore = [
    ...(build === undefined ? registerComposed(tf, setUp) : registerHeapKernels(tf, build, setUp)),
    freeFailedGradients(tf),
    describeMissingKernels(tf),
    fuseRelu6(tf),
    suggestBatchSize(tf, tf.LayersModel, limitBytes),
  ].reverse();
  return () => {
    for (const each of restore) each();
  };
}

type SetUp = (backend: WasmBackend) => void;

function registerComposed(core: Core, setUp: SetUp): (() => void)[] {
  return Object.entries(composedKernels(core)).map(([name, kernel]) =>
    replaceKernel(core, name, kernel, setUp),
  );
}

function registerHeapKernels(core: Core, build: BufferSource, setUp: SetUp): (() => void)[] {
  const kernels: Readonly<Record<string, HeapKernel | PlainKernel>> = {
    [core.Conv2D]: convolution,
    [core.FusedConv2D]: fusedConvolution,
    [core.Conv2DBackpropFilter]: convolutionFilterGradient,
    [core.Conv2DBackpropInput]: convolutionInputGradient,
    [core.DepthwiseConv2dNative]: depthwise,
    [core.DepthwiseConv2dNativeBackpropFilter]: depthwiseFilterGradient,
    [core.DepthwiseConv2dNativeBackpropInput]: depthwiseInputGradient,
    [core.MaxPool]: maxPool,
    [core.AvgPool]: averagePool,
    [core.MaxPoolGrad]: maxPoolGradient,
    [core.Sum]: sum,
    [core.Mean]: mean,
    [gradientKernels.repeatRow]: repeatRow,
    [core.UnsortedSegmentSum]: unsortedSegmentSum,
    [core.Identity]: identity,
    [core.Cast]: cast,
    [core.FusedBatchNorm]: batchNormalization,
    [gradientKernels.clipGradient]: clipGradient,
    [gradientKernels.reluGradient]: reluGradient,
    [gradientKernels.scaleColumns]: scaleColumns,
    [gradientKernels.sumDeviations]: sumDeviations,
    [adamKernelName]: adam,
  };
  const heaps = new WeakMap<WasmBackend, HeapModule>();
  const heapOf = (backend: WasmBackend): HeapModule => {
    const heap = heaps.get(backend) ?? attachHeapModule(backend, build);
    heaps.set(backend, heap);
    return heap;
  };
  return [
    ...Object.entries(kernels).map(([name, kernel]) =>
      replaceKernel(
        core,
        name,
        (call, context) => kernel(call, context, heapOf(context.backend)),
        (backend) => {
          setUp(backend);
          heapOf(backend);
        },
      ),
    ),
    useFastAdam(core),
    ...Object.entries(fastGradients(core)).map(([name, gradient]) => replaceGradient(core, name, gradient)),
  ];
}
