/** A script of its own: tfjs-vis as cells see it, evaluated in the worker when a cell first imports it (see `kernel.ts`). */
import { createCharts } from './charts/charts.ts';

if (globalThis.deshieloScript !== undefined) globalThis.deshieloScript.exports = { createCharts };
