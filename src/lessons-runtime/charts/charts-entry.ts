/** The entry of the script with tfjs-vis for cells, which is loaded when a cell first imports it (see `kernel/kernel.ts`). */
import type { ChartsScript } from '../kernel/script-interfaces.ts';
import { createCharts } from './charts.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { createCharts } satisfies ChartsScript;
