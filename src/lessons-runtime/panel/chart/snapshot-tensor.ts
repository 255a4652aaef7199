import type { Numbers } from '../../protocol/chart-data.ts';
import type { ChartStatistics } from '../../protocol/chart-options.ts';

/**
 * The values and statistics of a tensor in the worker, for tfjs-vis on the page: `tools/vite-charts.ts` replaces tfjs-core, and
 * the statistics of tfjs-vis, by this module.
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

/** Replaces `tensorStats` of tfjs-vis: the worker has computed the statistics, of all values. */
export async function tensorStats(tensor: Tensor): Promise<ChartStatistics> {
  return tensor.statistics;
}
