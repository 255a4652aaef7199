import type { Core, WasmBackend } from './tensor-flow.ts';

/** The default limit of all tensors. WebAssembly's memory is 4 GiB; the rest is for the scratch memory of tfjs's kernels. */
export const defaultLimitBytes = 4_000_000_000;

/** Thrown if the heap has no room for a tensor. The tensors of the failed step are disposed of; the backend stays usable. */
export class OutOfMemoryError extends Error {
  override readonly name = 'OutOfMemoryError';
  readonly requestedBytes: number;

  /** @param advice a sentence on what would fit, if known */
  constructor(requestedBytes: number, advice = '') {
    const megabytes = Math.ceil(requestedBytes / 1e6);
    super(`The wasm backend has no room for another ${megabytes} MB.${advice === '' ? '' : ` ${advice}`}`);
    this.requestedBytes = requestedBytes;
  }
}

const guarded = new WeakSet<object>();

/**
 * Makes an allocation throw if it fails, or if it would exceed a limit of all tensors. tfjs does not check the null pointer of
 * a failed allocation, so that the values would overwrite the heap.
 */
export function guardMemory(core: Core, { wasm }: WasmBackend, limitBytes: number): void {
  if (guarded.has(wasm)) return;
  guarded.add(wasm);
  // Emscripten replaces `_malloc` by the real function at the first call, which must come before it is wrapped.
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
 * Makes `engine.gradients` dispose of the tensors on its tape if the forward pass throws; tfjs would leak them.
 * @returns a function that restores tfjs's own `gradients`
 */
export function freeFailedGradients(core: Core): () => void {
  const engine = core.engine();
  const { gradients } = engine;
  engine.gradients = function gradientsOrFree(this: typeof engine, ...args: Parameters<typeof gradients>) {
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
