import type { History } from '@tensorflow/tfjs';
import type { OutputOf } from '../../protocol/output.ts';
import { tablePart } from './table.ts';

/**
 * Returns the result of `model.fit` as a table of epochs by metrics; `null` before the first epoch. Epochs count from 1, as in
 * charts and progress bars.
 */
export function historyPart({ epoch, history }: History): OutputOf<'table'> | null {
  const metrics = Object.entries(history);
  const part = tablePart(
    epoch.map((number, row) => ({
      epoch: number + 1,
      ...Object.fromEntries(metrics.map(([metric, values]) => [metric, values[row]])),
    })),
  );
  return part === null ? null : { ...part, title: 'History' };
}
