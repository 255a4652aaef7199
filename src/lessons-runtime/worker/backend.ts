import type { BackendChoice, BackendName } from '../protocol/host-to-worker.ts';
import type { BackendReason } from '../protocol/worker-to-host.ts';
import type { HostRequests } from './host-requests.ts';
import { core, type TensorFlow } from './tensorflow.ts';

export interface ChosenBackend {
  readonly backend: BackendName;
  readonly reason: BackendReason;
  /** The graphics renderer as WebGL names it; empty where there is no WebGL. */
  readonly renderer: string;
}

/** What a backend's script leaves behind when it has run: the exports it adds to `tf`, and how its backend is made. */
export interface BackendScript {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly factory: () => ReturnType<Parameters<TensorFlow['registerBackend']>[1]>;
}

declare global {
  /** Where a backend's script finds tfjs-core and leaves its `BackendScript`. Set only while such a script runs. */
  var deshieloBackend: { readonly core: typeof core; script: BackendScript | null } | undefined;
}

/** tfjs wants a path for each of its builds, though it reads only the one that fits the device. */
const wasmFileNames = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
];

/** Renderers that draw on the CPU: WebGL works there, but wasm is many times faster. */
const softwareRenderer = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** The renderer's name, or `null` where WebGL 2 is not to be had. */
export function webglRenderer(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (context === null) return null;
  const unmasked = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}

/** The order to try backends in, and why the first comes first. */
export function backendLadder(
  choice: BackendChoice,
  renderer: string | null,
): { readonly order: readonly BackendName[]; readonly reason: BackendReason } {
  if (choice !== 'auto') {
    const others = (['wasm', 'cpu'] as const).filter((name) => name !== choice);
    return { order: [choice, ...others], reason: 'forced' };
  }
  if (renderer === null) return { order: ['wasm', 'cpu'], reason: 'no-webgl' };
  if (softwareRenderer.test(renderer)) return { order: ['wasm', 'cpu'], reason: 'software-webgl' };
  return { order: ['webgl', 'wasm', 'cpu'], reason: 'hardware-webgl' };
}

/**
 * Registers WebGL and wasm so that they load when first asked for, from a cell too (`tf.setBackend('webgl')`).
 * @param evaluate runs a script in the worker's global scope
 */
export function registerLazyBackends(
  tf: TensorFlow,
  requests: HostRequests,
  evaluate: (script: string) => void,
): void {
  async function load(name: 'webgl' | 'wasm'): Promise<BackendScript> {
    const text = await requests.script(`backend-${name}`);
    // The script registers its backend on loading; ours is registered already, and made by its factory.
    globalThis.deshieloBackend = { core: { ...core, registerBackend: () => false }, script: null };
    try {
      evaluate(text);
      const script = globalThis.deshieloBackend.script;
      if (script === null) throw new Error(`backend-${name} left nothing behind`);
      Object.assign(tf, script.exports);
      return script;
    } finally {
      globalThis.deshieloBackend = undefined;
    }
  }

  tf.registerBackend('webgl', async () => (await load('webgl')).factory(), 2);
  tf.registerBackend(
    'wasm',
    async () => {
      const script = await load('wasm');
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
      const bytes = await requests.wasmBinary(simd ? 'simd' : 'plain');
      const url = URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
      const setWasmPaths = script.exports['setWasmPaths'] as (paths: Record<string, string>) => void;
      setWasmPaths(Object.fromEntries(wasmFileNames.map((name) => [name, url])));
      try {
        return await script.factory();
      } finally {
        URL.revokeObjectURL(url);
      }
    },
    1,
  );
}

/** Sets the first backend of the ladder that this device can run. */
export async function chooseBackend(tf: TensorFlow, choice: BackendChoice): Promise<ChosenBackend> {
  const renderer = webglRenderer();
  const { order, reason } = backendLadder(choice, renderer);
  for (const backend of order) {
    if (await setBackend(tf, backend)) {
      const fallenBack = backend !== order[0];
      return { backend, reason: fallenBack ? fallbackReason(order[0]) : reason, renderer: renderer ?? '' };
    }
  }
  throw new Error('no tfjs backend');
}

async function setBackend(tf: TensorFlow, backend: BackendName): Promise<boolean> {
  try {
    return await tf.setBackend(backend);
  } catch {
    return false;
  }
}

function fallbackReason(wanted: BackendName | undefined): BackendReason {
  return wanted === 'wasm' ? 'no-wasm' : 'unavailable';
}
