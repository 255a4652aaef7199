import type { TensorFlow } from '../kernel/tensorflow.ts';

/**
 * The functions of tfjs-core that tfjs-vis's metrics use. In the worker's bundle this module replaces tfjs-core
 * (`tools/vite-charts.ts`), so that the script uses the kernel's tfjs instead of bundling a second copy.
 */
type Core = Pick<TensorFlow, 'dispose' | 'maximum' | 'tidy'>;

let core: Core | null = null;

/** Sets the tfjs to use. Call it before any metric. */
export function provideCore(provided: Core): void {
  core = provided;
}

function requireCore(): Core {
  if (core === null) throw new Error('provideCore was not called');
  return core;
}

export const tidy = (...args: Parameters<Core['tidy']>) => requireCore().tidy(...args);
export const maximum = (...args: Parameters<Core['maximum']>) => requireCore().maximum(...args);
export const dispose = (...args: Parameters<Core['dispose']>) => requireCore().dispose(...args);
