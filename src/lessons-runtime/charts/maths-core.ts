import type { TensorFlow } from '../kernel/tensorflow.ts';

/**
 * The little of tfjs that tfjs-vis's metrics use, as they see it in the worker's bundle (`tools/vite-charts.ts` puts this in
 * the place of tfjs-core): lent by the kernel, so that its tfjs is neither carried twice nor bundled around.
 */
type Core = Pick<TensorFlow, 'dispose' | 'maximum' | 'tidy'>;

let core: Core | null = null;

export function provideCore(lent: Core): void {
  core = lent;
}

function lent(): Core {
  if (core === null) throw new Error('no tfjs was lent to tfjs-vis');
  return core;
}

export const tidy = (...args: Parameters<Core['tidy']>) => lent().tidy(...args);
export const maximum = (...args: Parameters<Core['maximum']>) => lent().maximum(...args);
export const dispose = (...args: Parameters<Core['dispose']>) => lent().dispose(...args);
