/** The functions of tfjs-vis whose drawing is made on the page. (Apart from the schema, which the worker does not need.) */
export const chartFunctions = [
  'render.barchart',
  'render.linechart',
  'render.scatterplot',
  'render.histogram',
  'render.heatmap',
  'render.confusionMatrix',
  'render.table',
  'show.history',
  'show.fitCallbacks',
  'show.valuesDistribution',
  'show.layer',
  'show.modelSummary',
  'show.perClassAccuracy',
] as const;

export type ChartFunction = (typeof chartFunctions)[number];
