import * as v from 'valibot';

/**
 * A call of tfjs-vis made in the worker, to be repeated by the real tfjs-vis on the page.
 * `path` is one of the public functions; `args` are the call's own, in plain data.
 */
export const chartFunctions = [
  'render.barchart',
  'render.linechart',
  'render.scatterplot',
  'render.histogram',
  'render.heatmap',
  'render.confusionMatrix',
  'render.table',
  'show.history',
] as const;

export type ChartFunction = (typeof chartFunctions)[number];

export const chartCallSchema = v.object({
  path: v.picklist(chartFunctions),
  surface: v.object({ name: v.string(), tab: v.string() }),
  data: v.unknown(),
  options: v.record(v.string(), v.unknown()),
});

export type ChartCall = v.InferOutput<typeof chartCallSchema>;
