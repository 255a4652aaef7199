import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';

/** The namespace of tfjs-core. */
export type Core = typeof import('@tensorflow/tfjs-core');
/** The namespace of tfjs, which includes tfjs-core and tfjs-layers. */
export type TensorFlow = typeof import('@tensorflow/tfjs');

export type KernelCall = Parameters<KernelConfig['kernelFunc']>[0];
export type KernelResult = ReturnType<KernelConfig['kernelFunc']>;

/** The members of tfjs's wasm backend that are used. Some are undocumented, so the version of tfjs must be pinned. */
export interface WasmBackend {
  readonly wasm: {
    /** Writable: tfjs reads this property at each allocation. */
    _malloc: (bytes: number) => number;
    _free(offset: number): void;
    readonly HEAPU8: Uint8Array;
    /** The module's exports, which include its memory; not in the threaded build. */
    readonly asm?: { readonly memory?: WebAssembly.Memory };
  };
  getMemoryOffset(dataId: object): number;
  incRef(dataId: object): void;
  makeOutput(shape: readonly number[], dtype: string): TensorInfo;
}

/** Returns a required input of a kernel. @throws {Error} if it is missing */
export function inputOf({ inputs }: KernelCall, name: string): TensorInfo {
  const input = inputs[name];
  if (input === undefined) throw new Error(`the kernel has no input ${name}`);
  return input;
}

/** Returns a required attribute that is a list of numbers, such as a shape. @throws {Error} if it is missing */
export function numbersOf({ attrs }: KernelCall, name: string): number[] {
  const value = attrs?.[name];
  if (!Array.isArray(value)) throw new Error(`the kernel has no attribute ${name}`);
  return value.map(Number);
}
