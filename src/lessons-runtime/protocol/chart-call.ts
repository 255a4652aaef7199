import * as v from 'valibot';
import * as data from './chart-data.ts';
import type { ChartFunction } from './chart-functions.ts';
import { chartOptionsSchema, surfaceSchema } from './chart-options.ts';

/** Where there were more points, values or rows than a chart holds: how many it holds, and of how many. */
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

/** What a cell asked of the visor as a whole. */
const visorCallSchema = v.object({ path: v.literal('visor'), data: data.visorSchema });

const knownCallSchema = v.variant('path', [drawnCallSchema, emptyCallSchema, visorCallSchema]);

/** What the page puts in the place of a call that does not fit; `problem` names the part that does not. */
export interface RefusedCall {
  readonly path: 'refused';
  readonly problem: string;
}

/** A call of tfjs-vis that the real tfjs-vis repeats on the page. */
export type DrawnCall = v.InferOutput<typeof drawnCallSchema>;
export type DrawnCallOf<Path extends ChartFunction> = Extract<DrawnCall, { path: Path }>;
export type VisorCall = v.InferOutput<typeof visorCallSchema>;
export type EmptyCall = v.InferOutput<typeof emptyCallSchema>;
export type ChartCall = DrawnCall | EmptyCall | VisorCall | RefusedCall;

/** Takes anything: a call that does not fit is refused in its own place, and the rest of the output goes on. */
export const chartCallSchema = v.pipe(
  v.unknown(),
  v.transform((input): ChartCall => {
    const parsed = v.safeParse(knownCallSchema, input, { abortEarly: true });
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    return { path: 'refused', problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 300) };
  }),
);
