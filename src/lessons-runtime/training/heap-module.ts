import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from './tensor-flow.ts';

/** The functions of `assembly/index.ts`: numbers are byte offsets on the heap, counts and sizes. */
export interface HeapFunctions {
  setGeometry(...sizes: number[]): void;
  convolutionScratchBytes(): number;
  convolve(x: number, filter: number, y: number, scratch: number): void;
  convolveFilterGradient(x: number, dy: number, dFilter: number, scratch: number): void;
  convolveInputGradient(dy: number, filter: number, dx: number, scratch: number): void;
  depthwise(x: number, filter: number, y: number): void;
  depthwiseFilterGradient(x: number, dy: number, dFilter: number): void;
  depthwiseInputGradient(dy: number, filter: number, dx: number): void;
  pool(x: number, y: number, isMax: boolean): void;
  maxPoolGradient(x: number, dy: number, dx: number): void;
  /** Seven offsets, a count, and the eight factors of `assembly/adam.ts`. */
  adamStep(...parameters: number[]): void;
  addBias(y: number, bias: number, rows: number, columns: number, low: number, high: number): void;
  clipGradient(x: number, dy: number, dx: number, count: number, low: number, high: number): void;
  reluGradient(x: number, dy: number, dx: number, count: number, high: number): void;
  scaleColumns(x: number, factor: number, y: number, rows: number, columns: number): void;
  normalizeRows(
    x: number,
    mean: number,
    factor: number,
    offset: number,
    y: number,
    rows: number,
    columns: number,
  ): void;
  repeatRow(x: number, out: number, rows: number, columns: number, factor: number): void;
  sumRows(x: number, out: number, rows: number, columns: number, factor: number): void;
  sumDeviations(x: number, mean: number, dy: number, out: number, rows: number, columns: number): void;
  sumSegments(
    x: number,
    segmentIds: number,
    out: number,
    rows: number,
    columns: number,
    segments: number,
  ): void;
}

/** A WebAssembly module of ours on the heap of a tfjs backend: it reads and writes tensors where they lie. */
export interface HeapModule {
  readonly functions: HeapFunctions;
  /** Byte offset of a tensor's values. */
  at(tensor: TensorInfo): number;
  /** A new tensor, its values not set. */
  output(shape: readonly number[]): TensorInfo;
  /** Byte offset of room to work in, valid until it is asked for again. */
  scratch(bytes: number): number;
}

/**
 * Instantiates a build of `assembly/` on a backend's heap.
 * @throws {Error} where the backend shows no memory: tfjs's threaded build, or a tfjs of another version
 */
export function attachHeapModule(backend: WasmBackend, build: BufferSource): HeapModule {
  const { wasm } = backend;
  const memory = wasm.asm?.memory;
  if (memory === undefined)
    throw new Error('This wasm backend shows no memory: a threaded build, or another tfjs.');
  const imports = { env: { memory } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(build), imports);
  let room = { offset: 0, bytes: 0 };
  return {
    functions: exports as unknown as HeapFunctions,
    at: ({ dataId }) => backend.getMemoryOffset(dataId),
    output: (shape) => backend.makeOutput(shape, 'float32'),
    scratch(bytes) {
      if (bytes > room.bytes) {
        if (room.bytes > 0) wasm._free(room.offset);
        room = { offset: 0, bytes: 0 };
        room = { offset: wasm._malloc(bytes) >>> 0, bytes };
      }
      return room.offset;
    },
  };
}
