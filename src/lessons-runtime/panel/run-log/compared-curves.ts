import type { LoggedRun } from '../../progress/record/runs-store.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import type { LineStyle } from '../chart/line-settings.ts';
import { namesShare } from '../chart/value-kinds.ts';
import { curveNames } from './run-facts.ts';

/** A chart of a metric, and the look of its lines: the colour is that of the run, and a dashed line is the validation. */
interface ComparedCurves {
  readonly call: DrawnCallOf<'render.linechart'>;
  readonly styles: readonly LineStyle[];
}

/** The first colours of charts (`chart-colours.ts`). */
const colours = ['var(--water-2)', 'var(--syn-constant)', 'var(--ok)', 'var(--syn-type)'] as const;
const solid = [1, 0] as const;
const dashed = [6, 4] as const;

/**
 * Returns a line chart for each metric with the curves of several runs. `loss` and `val_loss` share a chart. A run without a
 * value at an epoch has a gap (`NaN`).
 */
export function comparedCurves(runs: readonly LoggedRun[], xLabel: string): readonly ComparedCurves[] {
  const metrics = new Set(curveNames(runs).map((name) => name.replace(/^val_/, '')));
  return [...metrics].map((metric) => {
    const drawn = runs.flatMap((run, index) =>
      [metric, `val_${metric}`].flatMap((name) => {
        const curve = run.curves.find((each) => each.name === name);
        return curve === undefined ? [] : [{ run, index, curve }];
      }),
    );
    const x = [...new Set(drawn.flatMap(({ run }) => run.epoch))].sort((a, b) => a - b);
    const series = drawn.map(({ run, curve }) => {
      const values = new Map(run.epoch.map((epoch, index) => [epoch, curve.values[index]]));
      return {
        name: `${run.number} · ${curve.name}`,
        values: x.map((epoch) => values.get(epoch) ?? Number.NaN),
      };
    });
    const options = { xLabel, yLabel: metric, ...(!namesShare(metric) && { zoomToFit: true }) };
    return {
      call: {
        path: 'render.linechart',
        surface: { name: metric, tab: 'Visor' },
        data: { x, series },
        options,
      },
      styles: drawn.map(({ run, index, curve }) => ({
        colour: colours[index % colours.length] ?? colours[0],
        dash: curve.name === metric ? solid : dashed,
        label: String(run.number),
      })),
    };
  });
}
