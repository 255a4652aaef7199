import type { GradConfig, Tensor } from '@tensorflow/tfjs-core';
import type { Core } from './tensor-flow.ts';

type Gradients = ReturnType<GradConfig['gradFunc']>;

/** A gradient by this package's kernels. @returns `null` to use tfjs's own */
export type FastGradient = (
  dy: Tensor,
  saved: readonly Tensor[],
  attrs: Parameters<GradConfig['gradFunc']>[2],
) => Gradients | null;

/**
 * Replaces a gradient of tfjs on the wasm backend. Gradients of gradients use tfjs's own, because the replacements have none.
 * @returns a function that restores tfjs's own
 */
export function replaceGradient(core: Core, kernelName: string, gradient: FastGradient): () => void {
  const original = core.getGradient(kernelName);
  core.unregisterGradient(kernelName);
  core.registerGradient({
    ...original,
    gradFunc(dy, saved, attrs) {
      const isReplaced =
        core.getBackend() === 'wasm' && core.engine().state.gradientDepth === 0 && !Array.isArray(dy);
      return (isReplaced ? gradient(dy, saved, attrs) : null) ?? original.gradFunc(dy, saved, attrs);
    },
  });
  return () => {
    core.unregisterGradient(kernelName);
    core.registerGradient(original);
  };
}
