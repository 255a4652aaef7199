/** The functions of tfjs-vis that a cell can call. (Apart from the schema, which the worker does not need.) */
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
