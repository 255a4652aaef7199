/** Limits of one chart. The worker thins or refuses data beyond them; the page rejects a call that exceeds them. */
export const chartLimits = {
  /** Points of a line chart or a scatter plot, all series together; more are thinned. */
  points: 100_000,
  /** Values of a histogram, or of all histograms of a layer together; more are thinned to this many quantiles. */
  values: 100_000,
  series: 50,
  bars: 2000,
  /** Cells of a heatmap. */
  cells: 16_384,
  /** Classes of a confusion matrix or of a table of accuracies. */
  classes: 100,
  /** Rows of a table; further rows are omitted and counted. */
  rows: 1000,
  columns: 50,
  layers: 2000,
  weights: 100,
  callbacks: 10,
  /** Characters of a name, a label or a table's cell. */
  text: 300,
} as const;
