import type { LayersModel } from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { delegateSequentialTraining } from './sequential-training.ts';

/** The methods of a model that have something around them, and where each has its options. */
const optionsAt = { fit: 2, fitDataset: 1, trainOnBatch: 2, evaluateDataset: 1 } as const;
type TrainingMethod = keyof typeof optionsAt;

/** One call of such a method. */
export interface TrainingCall {
  readonly method: TrainingMethod;
  /** The model that does the work: of a `tf.sequential`, the one inside. */
  readonly model: LayersModel;
  /** What comes before the options: two tensors, or one dataset. */
  readonly data: readonly unknown[];
  readonly options: unknown;
  /** The engine's stack of the `compile` that the model had last; `null` before the first. */
  readonly compileStack: string | null;
}

/** Goes on with what is further in, with the call as it is or with other data or options. */
export type Proceed = (changed?: Partial<Pick<TrainingCall, 'data' | 'options'>>) => Promise<unknown>;

/** Awaits what `proceed` gives: an engine finds the line of the cell only by way of those who wait. */
export type TrainingWrapper = (call: TrainingCall, proceed: Proceed) => Promise<unknown>;

interface Place {
  readonly name: string;
  /** Whose it is. The library's comes when a cell first trains; where it cannot be loaded, training goes on without. */
  readonly from: 'kernel' | 'library';
  readonly methods: readonly TrainingMethod[];
  /** What was not compiled goes on to tfjs, which says so itself. */
  readonly onlyCompiled?: true;
}

const trainings = ['fit', 'fitDataset'] as const;

/**
 * Everything that is around training, outermost first: a call passes from the top to tfjs, its result from the bottom to the
 * cell. What adds callbacks stands above `progress`.
 */
export const aroundTraining = [
  // Outermost: it records a training as the cell called it, and how it ended, whoever ended it.
  { name: 'log', from: 'library', methods: trainings },
  // Above the check: it counts the trainings of a run, those that are refused too, and may put weights back.
  { name: 'recovery', from: 'library', methods: trainings },
  // Above all that looks at the data or shows something: refused data have begun nothing.
  { name: 'dataCheck', from: 'library', methods: [...trainings, 'trainOnBatch'], onlyCompiled: true },
  // Below the check and the recovery: it compares data that are sound, and weights as training finds them.
  { name: 'watch', from: 'library', methods: trainings },
  // Below what a script brings: waiting for the script is a request, and counted as one.
  { name: 'pending', from: 'kernel', methods: [...trainings, 'trainOnBatch', 'evaluateDataset'] },
  // Below whoever adds callbacks: it takes each for what it is, where tfjs takes a list for what its first is.
  { name: 'progress', from: 'kernel', methods: trainings },
  // Innermost: after Stop nothing reaches tfjs, and a bar above it still ends.
  { name: 'stop', from: 'kernel', methods: trainings },
] as const satisfies readonly Place[];

type NameFrom<From> = Extract<(typeof aroundTraining)[number], { readonly from: From }>['name'];

/** The kernel's own parts of the list. */
export type KernelWrappers = Readonly<Record<NameFrom<'kernel'>, TrainingWrapper>>;

/** What the library adds to the kernel: each part under the name of its place in `aroundTraining`. */
export interface KernelExtension {
  readonly around: Readonly<Record<NameFrom<'library'>, TrainingWrapper>>;
  /** Around `compile`, of models and of `tf.sequential`, from when the library is there. */
  aroundCompile(model: LayersModel, compile: () => unknown): unknown;
}

/** Where the extension comes from. */
export interface ExtensionSource {
  load(): Promise<KernelExtension>;
  /** `null` until it is loaded. */
  readonly loaded: KernelExtension | null;
}

/** Puts all of `aroundTraining` in its order around tfjs's methods; once for each worker. */
export function patchTraining(tf: TensorFlow, kernel: KernelWrappers, extension: ExtensionSource): void {
  delegateSequentialTraining(tf);
  const compileStacks = rememberCompile(tf, extension);

  for (const method of Object.keys(optionsAt) as readonly TrainingMethod[]) {
    const places = aroundTraining.filter((place: Place) => place.methods.includes(method));
    replaceMethod(tf.LayersModel.prototype, method, (original) => {
      return async function (this: unknown, ...args: unknown[]) {
        const model = this as LayersModel;
        const at = optionsAt[method];
        /** Asked for once a call: where the script cannot be had, it is not fetched for each part. */
        let asked: Promise<KernelExtension | null> | null = null;
        const loadExtension = () => {
          asked ??= extension.load().catch(() => null);
          return asked;
        };

        async function throughPlace(index: number, call: TrainingCall): Promise<unknown> {
          const place = places[index];
          if (place === undefined) return await original.call(model, ...call.data, call.options);
          const proceed: Proceed = (changed) => throughPlace(index + 1, { ...call, ...changed });
          if (place.from === 'kernel') return await kernel[place.name](call, proceed);
          if ('onlyCompiled' in place && model.optimizer == null) return await proceed();
          const loaded = await loadExtension();
          return await (loaded === null ? proceed() : loaded.around[place.name](call, proceed));
        }

        return await throughPlace(0, {
          method,
          model,
          data: Array.from({ length: at }, (_, place) => args[place]),
          options: args[at],
          compileStack: compileStacks.get(model) ?? null,
        });
      };
    });
  }
}

/** @returns the stack of each model's last `compile` */
function rememberCompile(tf: TensorFlow, extension: ExtensionSource): WeakMap<LayersModel, string> {
  const stacks = new WeakMap<LayersModel, string>();
  for (const { prototype } of [tf.LayersModel, tf.Sequential]) {
    replaceMethod(prototype, 'compile', (compile) => {
      return function (this: unknown, ...args: unknown[]) {
        const model = this as LayersModel;
        stacks.set(model, stackHere());
        const run = () => compile.apply(model, args);
        return extension.loaded === null ? run() : extension.loaded.aroundCompile(model, run);
      };
    });
  }
  return stacks;
}

/** The engine's stack, which holds the lines of the cell. */
export function stackHere(): string {
  return new Error().stack ?? '';
}
