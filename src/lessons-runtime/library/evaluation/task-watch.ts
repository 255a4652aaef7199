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

const fewPoints = 25;

/**
 * Makes what measures a model on several tasks while it learns one of them, as live curves: how the old is forgotten, or kept.
 * @throws {ArgumentError} where the tasks are not tensors in pairs, or fit no classifier
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
    for (const [, [, , other]] of entries) if (other !== undefined) requireModel(other, language);
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
          // A few epochs are whole numbers; ticks between them would mean nothing.
          ...(points <= fewPoints && { xType: 'ordinal' as const }),
        },
        sample: null,
      };
      capture.show({ kind: 'chart', id, call });
    }

    return {
      async measure(model) {
        for (const [place, [, [xs, ys, other = model]]] of entries.entries()) {
          const { score } = await scoreModel(tf, other, [xs, ys], language);
          lines[place]?.values.push(score.right / score.total);
        }
        draw();
      },
    };
  };
}
