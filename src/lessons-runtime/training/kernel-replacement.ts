import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { HeapModule } from './heap-module.ts';
import type { Core, KernelCall, KernelResult, WasmBackend } from './tensor-flow.ts';

interface KernelContext {
  readonly core: Core;
  readonly backend: WasmBackend;
  /** Runs tfjs's own kernel of that name. @throws {Error} if there is none */
  readonly original: (call: KernelCall) => KernelResult;
}

/** A kernel that uses this package's WebAssembly. */
export type HeapKernel = (call: KernelCall, context: KernelContext, heap: HeapModule) => KernelResult;
/** A kernel that uses only tfjs. */
export type PlainKernel = (call: KernelCall, context: KernelContext) => KernelResult;

/**
 * Replaces a kernel of tfjs's wasm backend, or adds a missing one. tfjs's own is still set up, and available to the new one.
 * @param setUp called whenever tfjs sets up the backend
 * @returns a function that restores tfjs's own
 */
export function replaceKernel(
  core: Core,
  kernelName: string,
  kernel: PlainKernel,
  setUp: (backend: WasmBackend) => unknown = () => {},
): () => void {
  const backendName = 'wasm';
  const originalConfig: KernelConfig | undefined = core.getKernel(kernelName, backendName);
  if (originalConfig !== undefined) core.unregisterKernel(kernelName, backendName);
  const original = (call: KernelCall): KernelResult => {
    if (originalConfig === undefined) throw new Error(`tfjs's wasm backend has no kernel ${kernelName}`);
    return originalConfig.kernelFunc(call);
  };
  core.registerKernel({
    ...originalConfig,
    kernelName,
    backendName,
    setupFunc(backend) {
      originalConfig?.setupFunc?.(backend);
      setUp(backend as WasmBackend);
    },
    kernelFunc: (call) => kernel(call, { core, backend: call.backend as WasmBackend, original }),
  });
  return () => {
    core.unregisterKernel(kernelName, backendName);
    if (originalConfig !== undefined) core.registerKernel(originalConfig);
  };
}
