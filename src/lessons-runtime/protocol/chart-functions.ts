/** The tfjs-vis functions that the page draws. Not in the file of the schemas, because the worker does not bundle those. */
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
