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

export interface ChosenBackend {
  readonly backend: BackendName;
  readonly reason: BackendReason;
  /** The graphics renderer as WebGL names it; empty where there is no WebGL. */
  readonly renderer: string;
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

/** What the scripts of the backends export, as far as it is needed here. */
interface WebglExports {
  readonly MathBackendWebGL: new () => KernelBackend & {
    readonly gpgpu: { readonly gl: { readonly canvas: EventTarget } };
  };
}
interface WasmExports {
  readonly init: () => Promise<{ readonly wasm: unknown }>;
  readonly BackendWasm: new (wasm: unknown) => KernelBackend;
  readonly setWasmPaths: (paths: Readonly<Record<string, string>>) => void;
  readonly registerTraining: (tf: TensorFlow) => void;
}

/**
 * Registers WebGL and wasm so that they load when first asked for, from a cell too (`tf.setBackend('webgl')`).
 *
 * @param graphics `onLost` is called when the GPU has forgotten every tensor of the WebGL backend; `openShaderBar` makes the
 *   bar that shows how far its programs are compiled
 */
export function registerLazyBackends(
  tf: TensorFlow,
  requests: HostRequests,
  loadScript: LoadScript,
  graphics: { readonly onLost: () => void; readonly openShaderBar: () => ProgressBar },
): void {
  async function createWebgl(): Promise<KernelBackend> {
    const exported = (await loadScript('backend-webgl')) as unknown as WebglExports;
    Object.assign(tf, exported);
    const backend = new exported.MathBackendWebGL();
    backend.gpgpu.gl.canvas.addEventListener('webglcontextlost', graphics.onLost);
    showShaderProgress(backend, graphics.openShaderBar);
    return backend;
  }

  /** What trains is no part of tfjs: it is registered, once, and not shown to cells. */
  const loadWasm = once(async () => {
    const { registerTraining, ...exported } = (await loadScript('backend-wasm')) as unknown as WasmExports;
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

  /** Of tfjs one learns only whether a backend came up: why it did not is kept here. */
  let failure: unknown = null;
  const keepingFailure = (create: () => Promise<KernelBackend>) => async () => {
    try {
      return await create();
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  tf.registerBackend('webgl', keepingFailure(createWebgl), 2);
  tf.registerBackend('wasm', keepingFailure(createWasm), 1);

  const { setBackend } = tf;
  Object.assign(tf, {
    /** As in tfjs; rejects where the backend could not be downloaded. */
    async setBackend(name: string): Promise<boolean> {
      failure = null;
      const isSet = await setBackend(name);
      if (!isSet && isDownloadFailure(failure)) throw failure;
      return isSet;
    },
  });
}

/** Sets the first backend of the ladder that this device can run. @throws {CourseError} where it can run none */
export async function chooseBackend(
  tf: TensorFlow,
  choice: BackendChoice,
  language: Language,
): Promise<ChosenBackend> {
  const renderer = webglRenderer();
  const { order, reason } = backendLadder(choice, renderer);
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

/** @throws {CourseError} where the backend could not be downloaded: that says nothing of what the device can do */
async function setBackend(tf: TensorFlow, backend: BackendName): Promise<boolean> {
  try {
    return await tf.setBackend(backend);
  } catch (error) {
    if (isDownloadFailure(error)) throw error;
    return false;
  }
}

export function isDownloadFailure(error: unknown): boolean {
  return isCourseError(error) && downloadFailures.has(error.failure.code);
}

const downloadFailures: ReadonlySet<FailureCode> = new Set(['network', 'file-missing', 'file-corrupt']);

/** Why it is `used` and not the first of the ladder. */
export function fallbackReason(choice: BackendChoice, used: BackendName): BackendReason {
  if (choice !== 'auto') return 'unavailable';
  return used === 'wasm' ? 'no-webgl' : 'no-wasm';
}
