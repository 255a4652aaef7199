import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { delegateSequentialTraining } from './sequential-training.ts';

/** The wrapped methods of a model, with the index of their options argument. */
const optionsAt = { fit: 2, fitDataset: 1, trainOnBatch: 2, evaluateDataset: 1 } as const;
type TrainingMethod = keyof typeof optionsAt;

/** One call of a wrapped method. */
interface TrainingCall {
  readonly method: TrainingMethod;
  /** The model that trains: for a `tf.sequential`, its inner model. */
  readonly model: LayersModel;
  /** The arguments before the options: two tensors, or one dataset. */
  readonly data: readonly unknown[];
  readonly options: unknown;
  /** The stack of the model's last `compile`; `null` before the first. */
  readonly compileStack: string | null;
}

/** Calls the next wrapper, and finally tfjs, with the call's data and options or with changed ones. */
type Proceed = (changed?: Partial<Pick<TrainingCall, 'data' | 'options'>>) => Promise<unknown>;

/** Wraps a call. It must await the promise of `proceed`, because async stack traces contain only awaiting functions. */
export type TrainingWrapper = (call: TrainingCall, proceed: Proceed) => Promise<unknown>;

interface WrapperEntry {
  readonly name: string;
  /** The script that contains it. The library is loaded when a cell first trains; if that fails, its wrappers are skipped. */
  readonly from: 'kernel' | 'library';
  readonly methods: readonly TrainingMethod[];
  /** Skips the wrapper for models that are not compiled; tfjs reports them. */
  readonly onlyCompiled?: true;
}

const trainings = ['fit', 'fitDataset'] as const;

/**
 * The wrappers around training, outermost first: a call passes through them from the first to the last and then to tfjs; its
 * result passes back from the last to the first. Wrappers that add callbacks must precede `progress`.
 */
export const aroundTraining = [
  // Outermost, because it records the call as the cell made it, and the outcome, whichever wrapper caused it.
  { name: 'log', from: 'library', methods: trainings },
  // Before the check, because it counts all trainings of a run, including refused ones, and may restore weights.
  { name: 'recovery', from: 'library', methods: trainings },
  // Before all wrappers that use the data or show something, so that refused data have no effect.
  { name: 'dataCheck', from: 'library', methods: [...trainings, 'trainOnBatch'], onlyCompiled: true },
  // After the check and the recovery, because it compares valid data and the weights at the start of the training.
  { name: 'watch', from: 'library', methods: trainings },
  // After the library's wrappers, because loading the library is a request and is counted as one.
  { name: 'pending', from: 'kernel', methods: [...trainings, 'trainOnBatch', 'evaluateDataset'] },
  // After all wrappers that add callbacks, because it standardizes each one, while tfjs treats a list like its first item.
  { name: 'progress', from: 'kernel', methods: trainings },
  // Innermost, so that after Stop nothing reaches tfjs and the progress bar still ends.
  { name: 'stop', from: 'kernel', methods: trainings },
] as const satisfies readonly WrapperEntry[];

type NameFrom<From> = Extract<(typeof aroundTraining)[number], { readonly from: From }>['name'];

/** The wrappers of the kernel, by name. */
export type KernelWrappers = Readonly<Record<NameFrom<'kernel'>, TrainingWrapper>>;

/** What the library adds to the kernel. */
export interface KernelExtension {
  /** The wrappers of the library, by name. */
  readonly around: Readonly<Record<NameFrom<'library'>, TrainingWrapper>>;
  /** Wraps `compile` of models and of `tf.sequential` once the library is loaded. */
  aroundCompile(model: LayersModel, compile: () => unknown): unknown;
}

/** Loads the extension. */
export interface ExtensionSource {
  load(): Promise<KernelExtension>;
  /** `null` until it is loaded. */
  readonly loaded: KernelExtension | null;
}

const methods = Object.keys(optionsAt).filter((name): name is TrainingMethod => name in optionsAt);

/** Wraps tfjs's training methods in the order of `aroundTraining`. Call it once in each worker. */
export function patchTraining(tf: TensorFlow, kernel: KernelWrappers, extension: ExtensionSource): void {
  delegateSequentialTraining(tf);
  const compileStacks = wrapCompile(tf, extension);

  for (const method of methods) {
    const wrappers = aroundTraining.filter((wrapper: WrapperEntry) => wrapper.methods.includes(method));
    replaceMethod<LayersModel>(tf.LayersModel.prototype, method, (original) => {
      return async function (...args) {
        const model = this;
        const at = optionsAt[method];
        /** Loaded once in a call, so that a failing script is not requested again for each wrapper. */
        let loading: Promise<KernelExtension | null> | null = null;
        const loadExtension = () => {
          loading ??= extension.load().catch(() => null);
          return loading;
        };

        async function callWrapper(index: number, call: TrainingCall): Promise<unknown> {
          const wrapper = wrappers[index];
          if (wrapper === undefined) return await original.call(model, ...call.data, call.options);
          const proceed: Proceed = (changed) => callWrapper(index + 1, { ...call, ...changed });
          if (wrapper.from === 'kernel') return await kernel[wrapper.name](call, proceed);
          if ('onlyCompiled' in wrapper && model.optimizer == null) return await proceed();
          const loaded = await loadExtension();
          return await (loaded === null ? proceed() : loaded.around[wrapper.name](call, proceed));
        }

        return await callWrapper(0, {
          method,
          model,
          data: Array.from({ length: at }, (_, index) => args[index]),
          options: args[at],
          compileStack: compileStacks.get(model) ?? null,
        });
      };
    });
  }
}

/** Wraps `compile`. Returns the stack of each model's last `compile`. */
function wrapCompile(tf: TensorFlow, extension: ExtensionSource): WeakMap<LayersModel, string> {
  const stacks = new WeakMap<LayersModel, string>();
  for (const { prototype } of [tf.LayersModel, tf.Sequential]) {
    replaceMethod<LayersModel>(prototype, 'compile', (compile) => {
      return function (...args) {
        stacks.set(this, stackHere());
        const run = () => compile.apply(this, args);
        return extension.loaded === null ? run() : extension.loaded.aroundCompile(this, run);
      };
    });
  }
  return stacks;
}

/** Returns the current stack, which contains the line of the cell. */
export function stackHere(): string {
  return new Error().stack ?? '';
}
