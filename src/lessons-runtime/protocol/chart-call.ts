import * as v from 'valibot';
import * as data from './chart-data.ts';
import type { ChartFunction } from './chart-functions.ts';
import { chartOptionsSchema, surfaceSchema } from './chart-options.ts';

/** If the data exceeded a limit of the chart: how many points, values or rows were kept, and of how many. */
const sample = v.exactOptional(
  v.nullable(v.object({ kept: v.pipe(v.number(), v.minValue(0)), of: v.pipe(v.number(), v.minValue(0)) })),
);

const call = <Path extends ChartFunction, Data extends v.GenericSchema>(path: Path, schema: Data) =>
  v.object({
    path: v.literal(path),
    surface: surfaceSchema,
    data: schema,
    options: chartOptionsSchema,
    sample,
  });

const drawnCallSchema = v.variant('path', [
  call('render.barchart', data.barsSchema),
  call('render.linechart', data.curvesSchema),
  call('render.scatterplot', data.pointsSchema),
  call('render.histogram', data.valuesSchema),
  call('render.heatmap', data.heatmapSchema),
  call('render.confusionMatrix', data.confusionMatrixSchema),
  call('render.table', data.tableSchema),
  call('show.history', data.curvesSchema),
  call('show.fitCallbacks', data.liveCurvesSchema),
  call('show.valuesDistribution', data.valuesSchema),
  call('show.layer', data.layerSchema),
  call('show.modelSummary', data.modelSummarySchema),
  call('show.perClassAccuracy', data.classesSchema),
]);

/** A surface that `visor().surface()` made and nothing has drawn on yet. */
const emptyCallSchema = v.object({ path: v.literal('surface'), surface: surfaceSchema });

/** The state of the visor after a cell called one of its methods. */
const visorCallSchema = v.object({ path: v.literal('visor'), data: data.visorSchema });

/**
 * The accuracies of strategies on several splits of the data, from 0 to 1, which `showSplits` of `deshielo` shows: `x` are the
 * numbers of the splits, each series is a strategy, and NaN is a result to come.
 */
const splitsCallSchema = v.object({
  path: v.literal('splits'),
  surface: surfaceSchema,
  data: data.curvesSchema,
});

const knownCallSchema = v.variant('path', [
  drawnCallSchema,
  emptyCallSchema,
  visorCallSchema,
  splitsCallSchema,
]);

/** Replaces a call that failed validation; `problem` holds the path of the invalid field and the reason. */
export interface RefusedCall {
  readonly path: 'refused';
  readonly problem: string;
}

/** A call of a tfjs-vis function in a cell, which the page repeats with the real tfjs-vis. */
export type DrawnCall = v.InferOutput<typeof drawnCallSchema>;
/** The drawn call of one function, e.g. `DrawnCallOf<'render.barchart'>`. */
export type DrawnCallOf<Path extends ChartFunction> = Extract<DrawnCall, { path: Path }>;
export type VisorCall = v.InferOutput<typeof visorCallSchema>;
export type SplitsCall = v.InferOutput<typeof splitsCallSchema>;
export type EmptyCall = v.InferOutput<typeof emptyCallSchema>;
/** Everything that a chart part of an output can hold. `path` is the name of the tfjs-vis function, if it is one. */
export type ChartCall = DrawnCall | EmptyCall | VisorCall | SplitsCall | RefusedCall;

/** Accepts any input: an invalid call becomes a `RefusedCall`, so that it does not invalidate its message. */
export const chartCallSchema = v.pipe(
  v.unknown(),
  v.transform((input): ChartCall => {
    const parsed = v.safeParse(knownCallSchema, input, { abortEarly: true });
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    return { path: 'refused', problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 300) };
  }),
);
