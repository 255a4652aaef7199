import type { Core } from './tensor-flow.ts';

/**
 * Adds to tfjs's word about a kernel that the wasm backend lacks what it was asked of: the shapes.
 * @returns puts tfjs's own `runKernel` back
 */
export function describeMissingKernels(core: Core): () => void {
  const engine = core.engine();
  const { runKernel } = engine;
  engine.runKernel = function naming(this: typeof engine, ...args: Parameters<typeof runKernel>) {
    const [name, inputs] = args;
    if (engine.backendName === 'wasm' && core.getKernel(name, 'wasm') === undefined) {
      const shapes = Object.entries(inputs)
        .filter(([, tensor]) => tensor !== undefined && tensor !== null)
        .map(
          ([input, tensor]) =>
            `${input} [${(tensor as { shape?: readonly number[] }).shape?.join(',') ?? ''}]`,
        );
      throw new Error(`Kernel '${name}' not registered for backend 'wasm', asked of ${shapes.join(', ')}`);
    }
    return runKernel.apply(engine, args);
  } as typeof runKernel;
  return () => {
    engine.runKernel = runKernel;
  };
}
