import type { KernelBackend } from '@tensorflow/tfjs';
import type { ProgressBar } from '../output/progress-bar.ts';

/** What tfjs's WebGL backend is made of, as far as it is needed here. */
interface CompilingBackend {
  getAndSaveBinary(key: string, compile: () => unknown): unknown;
}

/** Preparing that is over sooner gets no bar. */
const quietMilliseconds = 400;

/**
 * Shows that the graphics processor is being prepared: its first use of a network compiles a program for each kind of
 * step, which can take many seconds during which nothing else is heard of the worker. A message that it sends on the way
 * reaches the page all the same.
 */
export function showShaderProgress(backend: KernelBackend, open: () => ProgressBar): void {
  const compiling = backend as unknown as CompilingBackend;
  const getAndSaveBinary = compiling.getAndSaveBinary.bind(backend);
  let bar: ProgressBar | null = null;
  let programs = 0;
  let milliseconds = 0;

  /** Runs when the worker has time again: what was to be compiled is. */
  function end(): void {
    bar?.update({ loaded: programs, total: programs });
    bar?.end();
    bar = null;
    programs = 0;
    milliseconds = 0;
  }

  compiling.getAndSaveBinary = (key, compile) =>
    getAndSaveBinary(key, () => {
      if (programs === 0) setTimeout(end);
      const began = performance.now();
      const program = compile();
      milliseconds += performance.now() - began;
      programs += 1;
      if (milliseconds > quietMilliseconds) {
        bar ??= open();
        bar.update({ loaded: programs, total: 0 });
      }
      return program;
    });
}
