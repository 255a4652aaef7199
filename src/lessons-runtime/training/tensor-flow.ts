import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';

/** TensorFlow.js as the kernels need it. */
export type Core = typeof import('@tensorflow/tfjs-core');
/** The same with its layers. */
export type TensorFlow = typeof import('@tensorflow/tfjs');

export type KernelCall = Parameters<KernelConfig['kernelFunc']>[0];
export type KernelResult = ReturnType<KernelConfig['kernelFunc']>;

/** What is used of tfjs's wasm backend; `wasm`, `dataIdMap` and the heap are undocumented, so tfjs must be pinned. */
export interface WasmBackend {
  readonly wasm: {
    /** Writable; tfjs asks for it anew at each tensor. */
    _malloc: (bytes: number) => number;
    _free(offset: number): void;
    readonly HEAPU8: Uint8Array;
    /** The module's exports, the memory among them; not in the build with threads. */
    readonly asm?: { readonly memory?: WebAssembly.Memory };
  };
  getMemoryOffset(dataId: object): number;
  incRef(dataId: object): void;
  makeOutput(shape: readonly number[], dtype: string): TensorInfo;
}

/** A kernel's input that must be there. @throws {Error} where it is not */
export function inputOf({ inputs }: KernelCall, name: string): TensorInfo {
  const input = inputs[name];
  if (input === undefined) throw new Error(`the kernel has no input ${name}`);
  return input;
}
