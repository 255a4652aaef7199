import * as v from 'valibot';
import { chartFunctions } from './chart-functions.ts';

/**
 * A call of tfjs-vis made in the worker, to be repeated by the real tfjs-vis on the page.
 * `path` is one of the public functions; `data` and `options` are the call's own, in plain data.
 */
export const chartCallSchema = v.object({
  path: v.picklist(chartFunctions),
  surface: v.object({ name: v.string(), tab: v.string() }),
  data: v.unknown(),
  options: v.record(v.string(), v.unknown()),
});

export type ChartCall = v.InferOutput<typeof chartCallSchema>;
