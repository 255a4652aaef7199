import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { TensorFlow } from '../../kernel/tensorflow.ts';
import type { Tasks, TaskWatch } from '../../kernel/training/watch-tasks.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import { chartLimits } from '../../protocol/chart-limits.ts';
import { trainingWords } from '../../protocol/training-words.ts';
import type { Language } from '../../shared/language.ts';
import { ArgumentError } from '../argument-error.ts';
import { requireModel } from '../require-model.ts';
import { transferWords } from '../transfer-words.ts';
import { scoreModel } from './score-model.ts';

/** With at most so many points, the axis has a tick for each epoch. */
const maxOrdinalPoints = 25;

/**
 * Creates the function that the kernel's `watchTasks` calls before a training: its result measures a model's accuracy on
 * several tasks and shows it as curves, so that learners see a model forget an earlier task.
 * @throws {ArgumentError} from that function, if a task is not `[xs, ys]` or `[xs, ys, model]`; from `measure`, if a task's
 *   data do not match the model
 */
export function createTaskWatches(deps: {
  readonly tf: TensorFlow;
  readonly capture: Pick<OutputCapture, 'show'>;
  readonly language: Language;
}): (tasks: Tasks) => TaskWatch {
  const { tf, capture, language } = deps;
  const words = transferWords[language];
  let watches = 0;

  return (tasks) => {
    const entries = Object.entries<Tasks[string]>(Object(tasks));
    const areTasks = entries.every(
      ([, task]) =>
        Array.isArray(task) &&
        (task.length === 2 || task.length === 3) &&
        task.slice(0, 2).every((each) => each instanceof tf.Tensor),
    );
    if (entries.length === 0 || entries.length > chartLimits.series || !areTasks)
      throw new ArgumentError(words.tasks);
    for (const [, [, , taskModel]] of entries) if (taskModel !== undefined) requireModel(taskModel, language);
    const lines = entries.map(([name]) => ({
      name: name.slice(0, chartLimits.text),
      values: [] as number[],
    }));
    watches += 1;
    const id = `tasks-${watches}`;

    function draw(): void {
      const points = lines[0]?.values.length ?? 0;
      const call: DrawnCallOf<'render.linechart'> = {
        path: 'render.linechart',
        surface: { name: words.tasksTitle, tab: 'Visor' },
        data: {
          x: Array.from({ length: points }, (_, epoch) => epoch),
          series: lines.map(({ name, values }) => ({ name, values: [...values] })),
        },
        options: {
          xLabel: words.tasksX,
          yLabel: trainingWords[language].accuracy,
          yAxisDomain: [0, 1],
          // A continuous axis would have ticks between epochs.
          ...(points <= maxOrdinalPoints && { xType: 'ordinal' }),
        },
        sample: null,
      };
      capture.show({ kind: 'chart', id, call });
    }

    return {
      async measure(model) {
        for (const [index, [, [xs, ys, taskModel = model]]] of entries.entries()) {
          const { score } = await scoreModel(tf, taskModel, [xs, ys], language);
          lines[index]?.values.push(score.correct / score.total);
        }
        draw();
      },
    };
  };
}
