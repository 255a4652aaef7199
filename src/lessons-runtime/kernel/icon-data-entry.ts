/** A script of its own: drawn data sets, evaluated in the worker when a cell first asks for one (see `modules/icon-data.ts`). */
import { createIconDataset } from '../datasets/icons/icon-dataset.ts';
import { parseIconManifest } from '../datasets/icons/parse-icon-manifest.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { createIconDataset, parseIconManifest };
