/** The entry of the script with drawn data sets, which is loaded when a cell first uses one (see `modules/icon-data.ts`). */
import { createIconDataset } from '../datasets/icons/icon-dataset.ts';
import { parseIconManifest } from '../datasets/icons/parse-icon-manifest.ts';
import type { IconDataScript } from './script-interfaces.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { createIconDataset, parseIconManifest } satisfies IconDataScript;
