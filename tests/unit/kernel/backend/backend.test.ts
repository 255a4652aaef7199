import { describe, expect, it } from 'vitest';
import {
  backendOrder,
  chooseBackend,
  fallbackReason,
  webglRenderer,
} from '../../../../src/lessons-runtime/kernel/backend/backend.ts';
import type { TensorFlow } from '../../../../src/lessons-runtime/kernel/tensorflow.ts';
import { CourseError } from '../../../../src/lessons-runtime/protocol/failure.ts';
import type { BackendChoice } from '../../../../src/lessons-runtime/protocol/host-to-worker.ts';

const gpu = 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)';
const software = [
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'llvmpipe (LLVM 15.0.7, 256 bits)',
  'Gallium 0.4 on softpipe',
  'Microsoft Basic Render Driver',
  'Software Adapter',
];

describe('backendOrder', () => {
  it.each([
    ['auto', gpu, ['webgl', 'wasm', 'cpu'], 'hardware-webgl'],
    ...software.map((renderer) => ['auto', renderer, ['wasm', 'cpu'], 'software-webgl'] as const),
    ['auto', null, ['wasm', 'cpu'], 'no-webgl'],
    ['webgl', null, ['webgl', 'wasm', 'cpu'], 'forced'],
    ['wasm', gpu, ['wasm', 'cpu'], 'forced'],
    ['cpu', gpu, ['cpu', 'wasm'], 'forced'],
  ] as const)('returns the order for %s on %s', (choice, renderer, order, reason) => {
    expect(backendOrder(choice, renderer)).toEqual({ order, reason });
  });

  it('finds no WebGL without OffscreenCanvas', () => {
    expect(webglRenderer()).toBeNull();
  });
});

describe('chooseBackend', () => {
  /** Fakes tfjs with backends that work, return false or throw. */
  const device = (works: readonly string[], throws: readonly string[] = []) =>
    ({
      async setBackend(name: string) {
        if (throws.includes(name)) throw new Error(name);
        return works.includes(name);
      },
    }) as unknown as TensorFlow;

  it.each<[BackendChoice, readonly string[], string, string]>([
    ['auto', ['wasm', 'cpu'], 'wasm', 'no-webgl'],
    ['auto', ['cpu'], 'cpu', 'no-wasm'],
    ['webgl', ['webgl', 'wasm', 'cpu'], 'webgl', 'forced'],
    ['webgl', ['wasm', 'cpu'], 'wasm', 'unavailable'],
    ['wasm', ['cpu'], 'cpu', 'unavailable'],
    ['cpu', ['cpu'], 'cpu', 'forced'],
  ])('for %s if %j work returns %s', async (choice, works, backend, reason) => {
    expect(await chooseBackend(device(works), choice, 'en')).toEqual({ backend, reason, renderer: '' });
    expect(
      await chooseBackend(
        device(
          works,
          ['webgl', 'wasm'].filter((name) => !works.includes(name)),
        ),
        choice,
        'en',
      ),
    ).toMatchObject({ backend });
  });

  it('rejects instead of trying another backend if a download failed', async () => {
    const tf = {
      async setBackend(name: string) {
        if (name === 'wasm') throw new CourseError({ code: 'network', subject: 'wasm (simd)' }, 'en');
        return true;
      },
    } as unknown as TensorFlow;
    await expect(chooseBackend(tf, 'auto', 'en')).rejects.toThrow('could not be downloaded');
  });

  it('rejects if no backend works', async () => {
    await expect(chooseBackend(device([]), 'auto', 'es')).rejects.toThrow('«wasm, cpu»');
  });

  it('distinguishes a fallback of a forced backend from one of the device', () => {
    expect(fallbackReason('auto', 'wasm')).toBe('no-webgl');
    expect(fallbackReason('auto', 'cpu')).toBe('no-wasm');
    expect(fallbackReason('webgl', 'wasm')).toBe('unavailable');
  });
});
