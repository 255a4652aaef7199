/** What one chart may hold. The worker thins or refuses what is more, and the page takes no more whatever the worker says. */
export const chartLimits = {
  /** Points of a line chart or a scatter plot, all series together; thinned beyond. */
  points: 100_000,
  /** Values behind a histogram, and behind all those of a layer; thinned beyond, to as many quantiles. */
  values: 100_000,
  series: 50,
  bars: 2000,
  /** Cells of a heatmap. */
  cells: 16_384,
  /** Classes of a confusion matrix or of an accuracy table. */
  classes: 100,
  /** Rows of a table; what is beyond is left out and counted. */
  rows: 1000,
  columns: 50,
  layers: 2000,
  weights: 100,
  callbacks: 10,
  /** Characters of a name, a label or a table's cell. */
  text: 300,
} as const;
