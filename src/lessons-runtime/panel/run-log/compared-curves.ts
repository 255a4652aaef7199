import type { LoggedRun } from '../../progress/record/runs-store.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import { curveNames } from './run-facts.ts';

/**
 * Returns a line chart for each metric with the curves of several runs. `loss` and `val_loss` share a chart. A run without a
 * value at an epoch has a gap (`NaN`).
 */
export function comparedCurves(
  runs: readonly LoggedRun[],
  xLabel: string,
): readonly DrawnCallOf<'render.linechart'>[] {
  const metrics = new Set(curveNames(runs).map((name) => name.replace(/^val_/, '')));
  return [...metrics].map((metric) => {
    const drawn = runs.flatMap((run) =>
      [metric, `val_${metric}`].flatMap((name) => {
        const curve = run.curves.find((each) => each.name === name);
        return curve === undefined ? [] : [{ run, curve }];
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
    return {
      path: 'render.linechart',
      surface: { name: metric, tab: 'Visor' },
      data: { x, series },
      options: { xLabel, yLabel: metric, zoomToFit: true },
    };
  });
}
