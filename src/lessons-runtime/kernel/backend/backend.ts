import type { KernelBackend } from '@tensorflow/tfjs';
import { CourseError, type FailureCode, isCourseError } from '../../protocol/failure.ts';
import type { BackendChoice, BackendName } from '../../protocol/host-to-worker.ts';
import type { BackendReason } from '../../protocol/worker-to-host.ts';
import type { Language } from '../../shared/language.ts';
import { once } from '../../shared/once.ts';
import type { HostRequests } from '../host-requests.ts';
import type { LoadScript } from '../lazy-scripts.ts';
import type { ProgressBar } from '../output/progress-bar.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { showShaderProgress } from './shader-progress.ts';

/** The backend in use and why it was chosen. */
export interface ChosenBackend {
  readonly backend: BackendName;
  readonly reason: BackendReason;
  /** The WebGL renderer; empty without WebGL. */
  readonly renderer: string;
}

/** tfjs requires a path for each of its builds, although it reads only the one for the device. */
const wasmFileNames = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
];

/** Renderers that run on the CPU: WebGL works with them, but wasm is many times faster. */
const softwareRenderer = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Returns the name of the WebGL renderer; `null` if WebGL 2 is not available. */
export function webglRenderer(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (context === null) return null;
  const unmasked = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}

/** Returns the order in which to try backends, and the reason for the first one. */
export function backendOrder(
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
 * Registers the backends WebGL and wasm so that they are loaded when they are first set, also by a cell
 * (`tf.setBackend('webgl')`).
 *
 * @param graphics `onLost` is called when the WebGL context is lost, and all tensors with it; `openShaderBar` creates the
 *   progress bar of the compilation of shaders
 */
export function registerLazyBackends(
  tf: TensorFlow,
  requests: HostRequests,
  loadScript: LoadScript,
  graphics: { readonly onLost: () => void; readonly openShaderBar: () => ProgressBar },
): void {
  async function createWebgl(): Promise<KernelBackend> {
    const exported = await loadScript('backend-webgl');
    Object.assign(tf, exported);
    const backend = new exported.MathBackendWebGL();
    backend.gpgpu.gl.canvas.addEventListener('webglcontextlost', graphics.onLost);
    showShaderProgress(backend, graphics.openShaderBar);
    return backend;
  }

  /** The training kernels are not part of tfjs, so they are registered but not added to `tf`. */
  const loadWasm = once(async () => {
    const { registerTraining, ...exported } = await loadScript('backend-wasm');
    registerTraining(tf);
    return Object.assign(tf, exported);
  });

  async function createWasm(): Promise<KernelBackend> {
    const { init, BackendWasm, setWasmPaths } = await loadWasm();
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
    const bytes = await requests.wasmBinary(simd ? 'simd' : 'plain');
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' }));
    try {
      setWasmPaths(Object.fromEntries(wasmFileNames.map((name) => [name, url])));
      return new BackendWasm((await init()).wasm);
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  /** Why the last backend failed; tfjs reports only that it did. */
  let failure: unknown = null;
  const recordFailure = (create: () => Promise<KernelBackend>) => async () => {
    try {
      return await create();
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  tf.registerBackend('webgl', recordFailure(createWebgl), 2);
  tf.registerBackend('wasm', recordFailure(createWasm), 1);

  const { setBackend } = tf;
  Object.assign(tf, {
    /** Like `setBackend` of tfjs, but rejects if the backend could not be downloaded. */
    async setBackend(name: string): Promise<boolean> {
      failure = null;
      const isSet = await setBackend(name);
      if (!isSet && isDownloadFailure(failure)) throw failure;
      return isSet;
    },
  });
}

/** Sets the first backend in the order that works on this device. @throws {CourseError} `backend-unavailable` if none does */
export async function chooseBackend(
  tf: TensorFlow,
  choice: BackendChoice,
  language: Language,
): Promise<ChosenBackend> {
  const renderer = webglRenderer();
  const { order, reason } = backendOrder(choice, renderer);
  for (const backend of order) {
    if (await setBackend(tf, backend)) {
      const isFirst = backend === order[0];
      return {
        backend,
        reason: isFirst ? reason : fallbackReason(choice, backend),
        renderer: renderer ?? '',
      };
    }
  }
  throw new CourseError({ code: 'backend-unavailable', subject: order.join(', ') }, language);
}

/** @throws {CourseError} if the backend could not be downloaded, which does not mean that the device cannot run it */
async function setBackend(tf: TensorFlow, backend: BackendName): Promise<boolean> {
  try {
    return await tf.setBackend(backend);
  } catch (error) {
    if (isDownloadFailure(error)) throw error;
    return false;
  }
}

/** Returns whether an error is a `CourseError` of a failed download. */
export function isDownloadFailure(error: unknown): boolean {
  return isCourseError(error) && downloadFailures.has(error.failure.code);
}

const downloadFailures: ReadonlySet<FailureCode> = new Set(['network', 'file-missing', 'file-corrupt']);

/** Returns why the backend is `used` instead of the first in the order. */
export function fallbackReason(choice: BackendChoice, used: BackendName): BackendReason {
  if (choice !== 'auto') return 'unavailable';
  return used === 'wasm' ? 'no-webgl' : 'no-wasm';
}
