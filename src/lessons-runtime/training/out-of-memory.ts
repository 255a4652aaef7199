import type { Core, WasmBackend } from './tensor-flow.ts';

/** WebAssembly's memory ends at four gigabytes; the last of them are left to what tfjs's own kernels work with. */
export const wholeHeapBytes = 4_000_000_000;

/** The heap has no room for a tensor. What was computed so far is freed, and the backend goes on. */
export class OutOfMemoryError extends Error {
  override readonly name = 'OutOfMemoryError';
  readonly requestedBytes: number;

  /** @param advice a sentence on what would fit, where it is known */
  constructor(requestedBytes: number, advice = '') {
    const megabytes = Math.ceil(requestedBytes / 1e6);
    super(`The wasm backend has no room for another ${megabytes} MB.${advice === '' ? '' : ` ${advice}`}`);
    this.requestedBytes = requestedBytes;
  }
}

const guarded = new WeakSet<object>();

/**
 * Lets an allocation throw that fails, or that would take the tensors beyond a limit. tfjs takes the null of a failure for
 * an address, and the values overwrite the heap.
 */
export function guardMemory(core: Core, { wasm }: WasmBackend, limitBytes: number): void {
  if (guarded.has(wasm)) return;
  guarded.add(wasm);
  // Emscripten puts the real function in its place at the first call: after that it stays.
  wasm._free(wasm._malloc(1));
  const allocate = wasm._malloc;
  wasm._malloc = (bytes) => {
    const isOver = core.engine().state.numBytes + bytes > limitBytes;
    const offset = isOver ? 0 : allocate(bytes);
    if (offset === 0 && bytes > 0) throw new OutOfMemoryError(bytes);
    return offset;
  };
}

/**
 * Frees what a gradient kept for its way back when the way there fails; tfjs would keep it for good.
 * @returns puts tfjs's own `gradients` back
 */
export function freeFailedGradients(core: Core): () => void {
  const engine = core.engine();
  const { gradients } = engine;
  engine.gradients = function freeing(this: typeof engine, ...args: Parameters<typeof gradients>) {
    try {
      return gradients.apply(engine, args);
    } catch (error) {
      const { state } = engine;
      if (state.gradientDepth === 0) {
        for (const { saved } of state.activeTape ?? []) core.dispose(saved ?? []);
        state.activeTape = [];
      }
      throw error;
    }
  } as typeof gradients;
  return () => {
    engine.gradients = gradients;
  };
}
