import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Makes `watchTasks`, whose result goes among the callbacks of `fit`: it measures the model on each task before the training
 * and after every epoch, as live curves. It needs no `await`: what measures is loaded when the training begins.
 */
export function createWatchTasks(
  tf: TensorFlow,
  load: () => Promise<{ watchTasks(tasks: Tasks): TaskWatch }>,
): (tasks: Tasks) => InstanceType<TensorFlow['Callback']> {
  return (tasks) => {
    class TaskCallback extends tf.Callback {
      #watch: TaskWatch | null = null;

      override async onTrainBegin(): Promise<void> {
        this.#watch = (await load()).watchTasks(tasks);
        await this.#watch.measure(this.model);
      }

      override async onEpochEnd(): Promise<void> {
        await this.#watch?.measure(this.model);
      }
    }
    return new TaskCallback();
  };
}

/**
 * Examples and labels of each task, by its name; labels as numbers [n] or one-hot rows. The model that is trained is asked,
 * or another that shares layers with it: an old head on the base that a new one trains.
 */
export type Tasks = Readonly<Record<string, readonly [xs: Tensor, ys: Tensor, model?: LayersModel]>>;
/** Follows one training: called before it and after each of its epochs. */
export interface TaskWatch {
  /** Measures the model on all tasks and draws a point more on each line. */
  measure(model: LayersModel): Promise<void>;
}
