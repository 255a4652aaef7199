import type { Numbers } from '../../protocol/chart-data.ts';
import type { ChartStatistics } from '../../protocol/chart-options.ts';

/**
 * What stands on the page for a tensor of the worker: its values as they were read, and their statistics. tfjs-vis takes it
 * for a tensor: `tools/vite-charts.ts` puts this module in the place of tfjs-core and of tfjs-vis's own statistics.
 */
export class Tensor {
  readonly shape: readonly (number | null)[];
  readonly size: number;
  readonly statistics: ChartStatistics;
  readonly #values: Numbers;

  constructor(values: Numbers, statistics: ChartStatistics, shape: readonly (number | null)[], size: number) {
    this.#values = values;
    this.statistics = statistics;
    this.shape = shape;
    this.size = size;
  }

  async data(): Promise<Numbers> {
    return this.#values;
  }
}

/** `tensorStats` of tfjs-vis: here the worker has computed them, of all values. */
export async function tensorStats(tensor: Tensor): Promise<ChartStatistics> {
  return tensor.statistics;
}
