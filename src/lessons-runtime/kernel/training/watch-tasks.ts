import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';

/**
 * Creates `watchTasks`, which returns a callback for `fit`. The callback measures the accuracy on each task before the training
 * and after every epoch, and shows live curves. It is synchronous for cells; the library is loaded when the training starts.
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
 * Examples and labels of each task by name; labels are class numbers `[n]` or one-hot rows `[n, classes]`. The model of a task is
 * the trained one, or another one that shares layers with it.
 */
export type Tasks = Readonly<Record<string, readonly [xs: Tensor, ys: Tensor, model?: LayersModel]>>;
/** Follows one training. */
export interface TaskWatch {
  /** Measures the model on all tasks and adds a point to each curve. */
  measure(model: LayersModel): Promise<void>;
}
