import * as v from 'valibot';
import { chartLimits } from './chart-limits.ts';

/** The options of all tfjs-vis functions, with the types of its documentation. Unknown options are dropped. */

const label = v.pipe(v.string(), v.maxLength(chartLimits.text));
const finite = v.pipe(v.number(), v.finite());
const pixels = v.pipe(finite, v.minValue(1), v.maxValue(4000));
const scale = v.picklist(['quantitative', 'ordinal', 'nominal']);
const domain = v.tuple([finite, finite]);
/** A CSS colour by name, in hex or by function. `url(…)` is refused because it could address another server. */
const colour = v.pipe(v.string(), v.regex(/^(?!\s*url)[#\w(),.%\s/-]{1,64}$/i));
const colours = v.pipe(v.array(colour), v.maxLength(chartLimits.bars));

/** Any number, NaN and the infinities included, because a chart must show a training that diverged. */
export const anyNumber = v.custom<number>((value) => typeof value === 'number', 'a number');

/** Statistics of a list of values, under tfjs-vis's names. */
export const statisticsSchema = v.object({
  numVals: v.exactOptional(anyNumber),
  min: v.exactOptional(anyNumber),
  max: v.exactOptional(anyNumber),
  numZeros: v.exactOptional(anyNumber),
  numNans: v.exactOptional(anyNumber),
  numInfs: v.exactOptional(anyNumber),
});

export const chartOptionsSchema = v.object({
  width: v.exactOptional(pixels),
  height: v.exactOptional(pixels),
  fontSize: v.exactOptional(v.pipe(finite, v.minValue(4), v.maxValue(64))),
  xLabel: v.exactOptional(label),
  yLabel: v.exactOptional(label),
  xType: v.exactOptional(scale),
  yType: v.exactOptional(scale),
  xAxisDomain: v.exactOptional(domain),
  yAxisDomain: v.exactOptional(domain),
  zoomToFit: v.exactOptional(v.boolean()),
  zoomToFitAccuracy: v.exactOptional(v.boolean()),
  seriesColors: v.exactOptional(colours),
  color: v.exactOptional(v.union([colour, colours])),
  maxBins: v.exactOptional(v.pipe(finite, v.minValue(1), v.maxValue(1000))),
  stats: v.exactOptional(v.union([v.literal(false), statisticsSchema])),
  shadeDiagonal: v.exactOptional(v.boolean()),
  showTextOverlay: v.exactOptional(v.boolean()),
  colorMap: v.exactOptional(
    v.union([v.picklist(['greyscale', 'viridis', 'blues']), v.tuple([colour, colour])]),
  ),
  domain: v.exactOptional(domain),
});

export type ChartOptions = v.InferOutput<typeof chartOptionsSchema>;
export type ChartStatistics = v.InferOutput<typeof statisticsSchema>;

const cssLength = v.union([
  v.pipe(finite, v.minValue(1), v.maxValue(4000)),
  v.pipe(v.string(), v.regex(/^(?:auto|\d{1,4}(?:\.\d+)?(?:px|em|rem|%|vh|vw))$/)),
]);

/** Where a chart is drawn: name and tab identify a surface. Lengths in `styles` are pixels or CSS lengths. */
export const surfaceSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(chartLimits.text)),
  tab: v.pipe(v.string(), v.maxLength(chartLimits.text)),
  styles: v.exactOptional(
    v.object({
      width: v.exactOptional(cssLength),
      height: v.exactOptional(cssLength),
      maxWidth: v.exactOptional(cssLength),
      maxHeight: v.exactOptional(cssLength),
    }),
  ),
});

export type ChartSurface = v.InferOutput<typeof surfaceSchema>;
