import type { LoggedRun } from '../../progress/record/runs-store.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import type { RunLogWords } from './run-log-words.ts';

/** Returns the chart of a run's confusion matrix; `null` if it has none. */
export function confusionChart(
  { number, confusion }: LoggedRun,
  logWords: RunLogWords,
): DrawnCallOf<'render.confusionMatrix'> | null {
  if (confusion === undefined) return null;
  return {
    path: 'render.confusionMatrix',
    surface: { name: logWords.confusionOf(number), tab: 'Visor' },
    data: { values: confusion.values.map((row) => [...row]), tickLabels: [...confusion.labels] },
    options: {},
  };
}

/**
 * Formats a run's confusion matrix as one line, each class with the predictions for its examples:
 * `cat: 8 cat, 2 dog; dog: 9 dog`. @returns `null` if the run has none
 */
export function confusionLine({ confusion }: LoggedRun): string | null {
  if (confusion === undefined) return null;
  const { labels, values } = confusion;
  const rows = values.map((row, label) => {
    const predictions = row.flatMap((count, index) => (count > 0 ? [`${count} ${labels[index] ?? ''}`] : []));
    return `${labels[label] ?? ''}: ${predictions.join(', ') || '–'}`;
  });
  return rows.join('; ');
}
