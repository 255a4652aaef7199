import { clipGradient, reluGradient } from './activation-kernels.ts';
import { composedKernels } from './composed-kernels.ts';
import {
  convolution,
  convolutionFilterGradient,
  convolutionInputGradient,
  fusedConvolution,
} from './convolution-kernels.ts';
import { depthwise, depthwiseFilterGradient, depthwiseInputGradient } from './depthwise-kernels.ts';
import { adam, adamKernelName, useFastAdam } from './fast-adam.ts';
import { fastGradients, ownKernels } from './fast-gradients.ts';
import { replaceGradient } from './gradient-replacement.ts';
import { attachHeapModule, type HeapModule } from './heap-module.ts';
import { type HeapKernel, type PlainKernel, replaceKernel } from './kernel-replacement.ts';
import { describeMissingKernels } from './missing-kernel.ts';
import { batchNormalization, scaleColumns, sumDeviations } from './normalization-kernels.ts';
import { freeFailedGradients, guardMemory, wholeHeapBytes } from './out-of-memory.ts';
import { ownBuilds } from './own-builds.ts';
import { averagePool, maxPool, maxPoolGradient } from './pooling-kernels.ts';
import { cast, identity, mean, repeatRow, sum, unsortedSegmentSum } from './reduction-kernels.ts';
import { fuseRelu6 } from './relu6-layers.ts';
import { suggestBatchSize } from './suggest-batch-size.ts';
import type { Core, TensorFlow, WasmBackend } from './tensor-flow.ts';

export type { TensorFlow };

export interface TrainingOptions {
  /**
   * Compiled kernels, the best first; the package's own where none are given. The first that the engine can run is taken;
   * where it can run none, or with `[]`, the missing kernels are composed of tfjs's own operations, several times slower.
   */
  readonly builds?: readonly BufferSource[] | undefined;
  /** The most bytes of all tensors together; 4,000,000,000 where it is not given. */
  readonly limitBytes?: number | undefined;
}

/**
 * Lets tfjs's wasm backend train: registers the gradient kernels that it lacks, and better ones for those that are wrong
 * or slow; lets a heap that is full throw instead of overwriting itself. Call it when the backend's own kernels are
 * registered (`import '@tensorflow/tfjs-backend-wasm'`) and before the backend is set.
 * @param tf all of `@tensorflow/tfjs`
 * @returns takes everything back
 */
export function registerTrainingKernels(
  tf: TensorFlow,
  { builds = ownBuilds(), limitBytes = wholeHeapBytes }: TrainingOptions = {},
): () => void {
  const build = builds.find((candidate) => WebAssembly.validate(candidate));
  const setUp = (backend: WasmBackend) => guardMemory(tf, backend, limitBytes);
  const undo = [
    ...(build === undefined ? registerComposed(tf, setUp) : registerHeapKernels(tf, build, setUp)),
    freeFailedGradients(tf),
    describeMissingKernels(tf),
    fuseRelu6(tf),
    suggestBatchSize(tf, tf.LayersModel, limitBytes),
  ].reverse();
  return () => {
    for (const back of undo) back();
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
    [ownKernels.repeatRow]: repeatRow,
    [core.UnsortedSegmentSum]: unsortedSegmentSum,
    [core.Identity]: identity,
    [core.Cast]: cast,
    [core.FusedBatchNorm]: batchNormalization,
    [ownKernels.clipGradient]: clipGradient,
    [ownKernels.reluGradient]: reluGradient,
    [ownKernels.scaleColumns]: scaleColumns,
    [ownKernels.sumDeviations]: sumDeviations,
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
        (call, workplace) => kernel(call, workplace, heapOf(workplace.backend)),
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
