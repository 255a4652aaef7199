import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmBackend } from './tensor-flow.ts';

/** The exports of `assembly/index.ts`. Tensors and `scratch` are byte offsets on the heap; other numbers are as named. */
interface HeapFunctions {
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

/** This package's WebAssembly module on the heap of a tfjs backend, so that it reads and writes tensors without copies. */
export interface HeapModule {
  readonly functions: HeapFunctions;
  /** Returns the byte offset of a tensor's values. */
  at(tensor: TensorInfo): number;
  /** Creates a float32 tensor with undefined values. */
  output(shape: readonly number[]): TensorInfo;
  /** Returns the byte offset of scratch memory, valid until the next call. */
  scratch(bytes: number): number;
}

/**
 * Instantiates a build of `assembly/` on a backend's heap.
 * @throws {Error} if the backend does not expose its memory: tfjs's threaded build, or another version of tfjs
 */
export function attachHeapModule(backend: WasmBackend, build: BufferSource): HeapModule {
  const { wasm } = backend;
  const memory = wasm.asm?.memory;
  if (memory === undefined)
    throw new Error(
      'This wasm backend does not expose its memory: a threaded build, or another version of tfjs.',
    );
  const imports = { env: { memory } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(build), imports);
  let scratch = { offset: 0, bytes: 0 };
  return {
    functions: exports as unknown as HeapFunctions,
    at: ({ dataId }) => backend.getMemoryOffset(dataId),
    output: (shape) => backend.makeOutput(shape, 'float32'),
    scratch(bytes) {
      if (bytes > scratch.bytes) {
        if (scratch.bytes > 0) wasm._free(scratch.offset);
        // `_malloc` may throw.
        scratch = { offset: 0, bytes: 0 };
        scratch = { offset: wasm._malloc(bytes) >>> 0, bytes };
      }
      return scratch.offset;
    },
  };
}
