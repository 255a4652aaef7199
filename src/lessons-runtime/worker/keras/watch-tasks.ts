import type { TensorFlow } from '../tensorflow.ts';
import type { Tasks, TaskWatch } from '../transfer/task-watch.ts';

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
