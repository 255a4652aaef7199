import type { KernelBackend } from '@tensorflow/tfjs';
import type { ProgressBar } from '../output/progress-bar.ts';

/** The method of tfjs's WebGL backend that compiles shaders; its types do not declare it. */
interface CompilingBackend {
  getAndSaveBinary(key: string, compile: () => unknown): unknown;
}

/** A bar appears only if the compilation takes longer. */
const quietMilliseconds = 400;

/**
 * Shows the progress of compiling shaders. The first use of a network compiles a shader for each type of operation, which can
 * block the worker for many seconds; messages that it sends meanwhile still reach the page.
 *
 * @param open creates the progress bar
 */
export function showShaderProgress(backend: KernelBackend, open: () => ProgressBar): void {
  const compiling = backend as unknown as CompilingBackend;
  const getAndSaveBinary = compiling.getAndSaveBinary.bind(backend);
  let bar: ProgressBar | null = null;
  let programs = 0;
  let milliseconds = 0;

  /** Runs when the event loop continues, which is after the compilation. */
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
      const start = performance.now();
      const program = compile();
      milliseconds += performance.now() - start;
      programs += 1;
      if (milliseconds > quietMilliseconds) {
        bar ??= open();
        bar.update({ loaded: programs, total: 0 });
      }
      return program;
    });
}
