import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import { trainingWords } from '../../protocol/training-words.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { resultsOf, type StrategyEpoch, type StrategyProgress, secondsLeft } from './strategies.ts';
import { strategyWords } from './strategy-words.ts';

/** What the cell shows of a bench: how far each way is, their curves over one another, and what came of it. */
export interface StrategyBoard {
  show(strategies: readonly StrategyProgress[]): void;
  /** The table of results, of what there is. */
  end(strategies: readonly StrategyProgress[]): void;
}

/** @param number of the bench in this worker: one that runs again in the same cell does not draw over the one before */
export function createStrategyBoard(
  { capture, language }: { readonly capture: Pick<OutputCapture, 'show'>; readonly language: Language },
  number: number,
  { epochs, headEpochs }: { readonly epochs: number; readonly headEpochs: number },
): StrategyBoard {
  const words = strategyWords[language];
  const format = formatFor(language);
  const id = `four-ways-${number}`;
  let explained = false;

  function showBars(strategies: readonly StrategyProgress[]): void {
    const own = strategies.map((way) => Math.max(0, way.epochs.length - way.taken));
    const left = secondsLeft(strategies, epochs);
    const total = strategies.reduce((sum, { taken }) => sum + epochs - taken, 0);
    const loaded = own.reduce((sum, count) => sum + count, 0);
    const bar = { kind: 'progress', unit: 'steps' } as const;
    capture.show({
      ...{ ...bar, id, label: words.title, loaded, total },
      ...(left !== null && loaded < total && { secondsLeft: Math.ceil(left) }),
    });
    for (const { way, trainable, epochs: done } of strategies) {
      const label = words.strategyBar(words.strategies[way], trainable, done.at(-1)?.seconds ?? null);
      capture.show({ ...bar, id: `${id}-${way}`, label, loaded: done.length, total: epochs });
    }
  }

  function showCurve(
    strategies: readonly StrategyProgress[],
    value: keyof StrategyEpoch,
    name: string,
    options: DrawnCallOf<'render.linechart'>['options'],
  ): void {
    const longest = Math.max(...strategies.map(({ epochs: done }) => done.length));
    const x = Array.from({ length: longest }, (_, place) => place + 1);
    const call: DrawnCallOf<'render.linechart'> = {
      path: 'render.linechart',
      surface: { name, tab: 'Visor' },
      data: {
        x,
        series: strategies.map(({ way, epochs: done }) => ({
          name: words.strategies[way],
          values: x.map((_, place) => done[place]?.[value] ?? Number.NaN),
        })),
      },
      options: { xLabel: trainingWords[language].epoch, yLabel: name, xAxisDomain: [1, epochs], ...options },
      sample: null,
    };
    capture.show({ kind: 'chart', id: `${id}-${value}`, call });
  }

  return {
    show(strategies) {
      showBars(strategies);
      if (!explained) capture.show({ kind: 'note', level: 'info', text: words.recipe(headEpochs) });
      explained = true;
      if (strategies.every(({ epochs: done }) => done.length === 0)) return;
      showCurve(strategies, 'valAccuracy', trainingWords[language].valAccuracy, { yAxisDomain: [0, 1] });
      showCurve(strategies, 'valLoss', words.valLoss, { zoomToFit: true });
    },
    end(strategies) {
      const results = resultsOf(strategies);
      if (results.length === 0) return;
      const { epochs: epochsColumn, valAccuracy } = trainingWords[language];
      const columns = words.columns(epochsColumn, valAccuracy);
      capture.show({
        kind: 'table',
        columns,
        rows: results.map(({ way, ...result }) => [
          words.strategies[way],
          format.count(result.trainable),
          format.count(result.epochs),
          format.fixed(result.seconds, 1),
          format.number(result.accuracy),
          format.number(result.valAccuracy),
        ]),
        numeric: columns.map((_, place) => place > 0),
        omitted: 0,
      });
    },
  };
}
