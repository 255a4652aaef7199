/** A script of its own: labelled data sets, evaluated in the worker when a cell first asks for one (see `modules/datasets.ts`). */
import { createDrawingDataset } from '../datasets/drawings/drawing-dataset.ts';
import { createIconDataset } from '../datasets/icons/icon-dataset.ts';
import { createPhotoDataset } from '../datasets/photos/photo-dataset.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = { createIconDataset, createPhotoDataset, createDrawingDataset };
