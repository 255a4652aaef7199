import type { DrawnCallOf } from '../../protocol/chart-call.ts';
import type { Curves, Numbers } from '../../protocol/chart-data.ts';
import type { ChartOptions } from '../../protocol/chart-options.ts';
import { barKind, linesKind, matrixKind, type ValueKind, valueKind } from './value-kinds.ts';

/** Returns what the values of a call's bars are. */
export function barsKind({ data, options }: DrawnCallOf<'render.barchart'>): ValueKind {
  return barKind(
    options.yLabel ?? '',
    data.map(({ value }) => value),
  );
}

/** Returns what the values of a call's lines are, which share one axis. */
export function curvesKind({ data, options }: DrawnCallOf<'render.linechart'>): ValueKind {
  return linesKind(
    data.series.map(({ name }) => name),
    options.yLabel ?? '',
    flat(data.series.map(({ values }) => values)),
  );
}

/** Returns what the values of a line of a training are. */
export function lineKind({ name, values }: Curves['series'][number], options: ChartOptions): ValueKind {
  return linesKind([name], options.yLabel ?? '', flat([values]));
}

/** Returns what the x and the y of a call's points are. */
export function pointKinds({
  data: { series },
  options,
}: DrawnCallOf<'render.scatterplot'>): readonly [x: ValueKind, y: ValueKind] {
  const numbers = (lists: readonly (readonly (number | string)[])[]) =>
    lists.flat().filter((value) => typeof value === 'number');
  return [
    valueKind([options.xLabel ?? ''], numbers(series.map(({ x }) => x))),
    valueKind([options.yLabel ?? ''], numbers(series.map(({ y }) => y))),
  ];
}

/** Returns what the cells of a call's confusion matrix are. */
export function cellsKind({ data }: DrawnCallOf<'render.confusionMatrix'>): ValueKind {
  return matrixKind(flat(data.values));
}

function flat(lists: readonly Numbers[]): readonly number[] {
  return lists.flatMap((list) => Array.from(list));
}
