import type { Core } from './tensor-flow.ts';

/**
 * Adds the shapes of the inputs to tfjs's error about a kernel that the wasm backend lacks.
 * @returns a function that restores tfjs's own `runKernel`
 */
export function describeMissingKernels(core: Core): () => void {
  const engine = core.engine();
  const { runKernel } = engine;
  engine.runKernel = function runKernelOrDescribe(
    this: typeof engine,
    ...args: Parameters<typeof runKernel>
  ) {
    const [name, inputs] = args;
    if (engine.backendName === 'wasm' && core.getKernel(name, 'wasm') === undefined) {
      const shapes = Object.entries(inputs)
        .filter(([, tensor]) => tensor !== undefined && tensor !== null)
        .map(
          ([input, tensor]) =>
            `${input} [${(tensor as { shape?: readonly number[] }).shape?.join(',') ?? ''}]`,
        );
      throw new Error(`Kernel '${name}' not registered for backend 'wasm', for inputs ${shapes.join(', ')}`);
    }
    return runKernel.apply(engine, args);
  } as typeof runKernel;
  return () => {
    engine.runKernel = runKernel;
  };
}
