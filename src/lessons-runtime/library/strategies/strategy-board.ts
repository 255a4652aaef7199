import type { OutputCapture } from '../../kernel/output/capture-output.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import { trainingWords } from '../../protocol/training-words.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { resultsOf, type StrategyEpoch, type StrategyProgress, secondsLeft } from './strategy-progress.ts';
import { strategyWords } from './strategy-words.ts';

/** Shows a comparison of strategies below the cell: progress bars, overlaid curves and a table of results. */
interface StrategyBoard {
  /** Updates bars and curves. */
  show(strategies: readonly StrategyProgress[]): void;
  /** Shows the table of results of the strategies that completed an epoch. */
  end(strategies: readonly StrategyProgress[]): void;
}

/** @param number the number of the comparison in this worker: it makes the ids unique, so that none draws over another */
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
    const left = secondsLeft(strategies, epochs);
    const total = strategies.reduce((sum, { inheritedEpochs }) => sum + epochs - inheritedEpochs, 0);
    const loaded = strategies.reduce(
      (sum, { epochs: done, inheritedEpochs }) => sum + Math.max(0, done.length - inheritedEpochs),
      0,
    );
    const bar = { kind: 'progress', unit: 'steps' } as const;
    capture.show({
      ...{ ...bar, id, label: words.title, loaded, total },
      ...(left !== null && loaded < total && { secondsLeft: Math.ceil(left) }),
    });
    for (const { strategy, trainable, epochs: done } of strategies) {
      const label = words.strategyBar(words.strategies[strategy], trainable, done.at(-1)?.seconds ?? null);
      capture.show({ ...bar, id: `${id}-${strategy}`, label, loaded: done.length, total: epochs });
    }
  }

  function showCurve(
    strategies: readonly StrategyProgress[],
    value: keyof StrategyEpoch,
    name: string,
    options: DrawnCallOf<'render.linechart'>['options'],
  ): void {
    const longest = Math.max(...strategies.map(({ epochs: done }) => done.length));
    const x = Array.from({ length: longest }, (_, index) => index + 1);
    const call: DrawnCallOf<'render.linechart'> = {
      path: 'render.linechart',
      surface: { name, tab: 'Visor' },
      data: {
        x,
        series: strategies.map(({ strategy, epochs: done }) => ({
          name: words.strategies[strategy],
          values: x.map((_, index) => done[index]?.[value] ?? Number.NaN),
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
          format.percent(result.accuracy),
          format.percent(result.valAccuracy),
        ]),
        numeric: columns.map((_, index) => index > 0),
        omitted: 0,
      });
    },
  };
}
