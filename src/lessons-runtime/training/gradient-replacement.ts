import type { GradConfig, Tensor } from '@tensorflow/tfjs-core';
import type { Core } from './tensor-flow.ts';

type Gradients = ReturnType<GradConfig['gradFunc']>;

/** A gradient by kernels of ours; `null` leaves the case to tfjs. */
export type FastGradient = (
  dy: Tensor,
  saved: readonly Tensor[],
  attrs: Parameters<GradConfig['gradFunc']>[2],
) => Gradients | null;

/**
 * Puts a gradient in the place of tfjs's own on the wasm backend. Gradients of gradients stay tfjs's: ours have none.
 * @returns puts tfjs's own back
 */
export function replaceGradient(core: Core, kernelName: string, gradient: FastGradient): () => void {
  const theirs = core.getGradient(kernelName);
  core.unregisterGradient(kernelName);
  core.registerGradient({
    ...theirs,
    gradFunc(dy, saved, attrs) {
      const isOurs =
        core.getBackend() === 'wasm' && core.engine().state.gradientDepth === 0 && !Array.isArray(dy);
      return (isOurs ? gradient(dy, saved, attrs) : null) ?? theirs.gradFunc(dy, saved, attrs);
    },
  });
  return () => {
    core.unregisterGradient(kernelName);
    core.registerGradient(theirs);
  };
}
