import type { LoggedRun } from '../../progress/record/runs-store.ts';
import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import { curveNames } from './run-facts.ts';

/**
 * The curves of several runs over one another, a chart for each metric: `loss` and `val_loss` share one, as in a history.
 * A run that has no value at an epoch leaves a gap.
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
      const values = new Map(run.epoch.map((epoch, place) => [epoch, curve.values[place]]));
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
