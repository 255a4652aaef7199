import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { HeapModule } from './heap-module.ts';
import type { Core, KernelCall, KernelResult, WasmBackend } from './tensor-flow.ts';

/** What a kernel of ours has at hand. */
export interface KernelWorkspace {
  readonly core: Core;
  readonly backend: WasmBackend;
  /** tfjs's own kernel of that name. @throws {Error} where it has none */
  readonly original: (call: KernelCall) => KernelResult;
}

/** A kernel that needs our WebAssembly. */
export type HeapKernel = (call: KernelCall, workplace: KernelWorkspace, heap: HeapModule) => KernelResult;
/** A kernel that needs nothing but tfjs. */
export type PlainKernel = (call: KernelCall, workplace: KernelWorkspace) => KernelResult;

/**
 * Puts a kernel in the place of tfjs's own for the wasm backend; tfjs's own is set up first and stays within reach.
 * @param setUp runs whenever tfjs sets the backend up
 * @returns puts tfjs's own back
 */
export function replaceKernel(
  core: Core,
  kernelName: string,
  kernel: PlainKernel,
  setUp: (backend: WasmBackend) => unknown = () => {},
): () => void {
  const backendName = 'wasm';
  const theirs: KernelConfig | undefined = core.getKernel(kernelName, backendName);
  if (theirs !== undefined) core.unregisterKernel(kernelName, backendName);
  const original = (call: KernelCall): KernelResult => {
    if (theirs === undefined) throw new Error(`tfjs's wasm backend has no kernel ${kernelName}`);
    return theirs.kernelFunc(call);
  };
  core.registerKernel({
    ...theirs,
    kernelName,
    backendName,
    setupFunc(backend) {
      theirs?.setupFunc?.(backend);
      setUp(backend as WasmBackend);
    },
    kernelFunc: (call) => kernel(call, { core, backend: call.backend as WasmBackend, original }),
  });
  return () => {
    core.unregisterKernel(kernelName, backendName);
    if (theirs !== undefined) core.registerKernel(theirs);
  };
}
