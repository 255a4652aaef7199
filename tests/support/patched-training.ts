import type { TensorFlow } from '../../src/lessons-runtime/kernel/tensorflow.ts';
import {
  aroundTraining,
  type ExtensionSource,
  type KernelExtension,
  type KernelWrappers,
  patchTraining,
  type TrainingWrapper,
} from '../../src/lessons-runtime/kernel/training/around-fit.ts';

type Wrappers = KernelWrappers & KernelExtension['around'];

const passOn: TrainingWrapper = async (_call, proceed) => await proceed();

/** Creates one wrapper for each name of the list. */
export function everyPlace(make: (name: keyof Wrappers) => TrainingWrapper): Wrappers {
  const wrappers = aroundTraining.map(({ name }) => [name, make(name)] as const);
  return Object.fromEntries(wrappers) as unknown as Wrappers;
}

/** Creates the source of an extension that is loaded, or with `null` of one that fails to load. */
export function extensionSource(
  around: Partial<Wrappers> | null,
  aroundCompile: KernelExtension['aroundCompile'] = (_model, compile) => compile(),
): ExtensionSource & { asked: number } {
  const loaded: KernelExtension | null =
    around === null ? null : { around: { ...everyPlace(() => passOn), ...around }, aroundCompile };
  return {
    asked: 0,
    loaded,
    async load() {
      this.asked += 1;
      if (loaded === null) throw new Error('offline');
      return loaded;
    },
  };
}

/** Patches tfjs as a kernel does, with some wrappers around training; the others call through. */
export function patchOnly(
  tf: TensorFlow,
  wrappers: Partial<Wrappers>,
  extension: ExtensionSource = extensionSource(wrappers),
): void {
  patchTraining(tf, { ...everyPlace(() => passOn), ...wrappers }, extension);
}
