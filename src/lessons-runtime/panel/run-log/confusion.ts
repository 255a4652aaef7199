import type { LoggedRun } from '../../progress/record/runs-store.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import type { RunLogWords } from './run-log-words.ts';

/** A run's confusion matrix as a chart; `null` where it has none. */
export function confusionChart(
  { number, confusion }: LoggedRun,
  say: RunLogWords,
): DrawnCallOf<'render.confusionMatrix'> | null {
  if (confusion === undefined) return null;
  return {
    path: 'render.confusionMatrix',
    surface: { name: say.confusionOf(number), tab: 'Visor' },
    data: { values: confusion.values.map((row) => [...row]), tickLabels: [...confusion.labels] },
    options: {},
  };
}

/** In one cell of a table: `cat: 8 cat, 2 dog; dog: 9 dog`, each class with what its examples were told to be. */
export function confusionLine({ confusion }: LoggedRun): string | null {
  if (confusion === undefined) return null;
  const { labels, values } = confusion;
  const rows = values.map((row, label) => {
    const told = row.flatMap((count, place) => (count > 0 ? [`${count} ${labels[place] ?? ''}`] : []));
    return `${labels[label] ?? ''}: ${told.join(', ') || '–'}`;
  });
  return rows.join('; ');
}
