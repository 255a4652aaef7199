/** The entry of the script with labelled data sets, which is loaded when a cell first uses one (see `modules/datasets.ts`). */
import { createDrawingDataset } from '../datasets/drawings/drawing-dataset.ts';
import { createMyDrawings } from '../datasets/drawings/my-drawings.ts';
import { createIconDataset } from '../datasets/icons/icon-dataset.ts';
import { createPhotoDataset } from '../datasets/photos/photo-dataset.ts';
import type { LabelledDataScript } from './script-interfaces.ts';

if (globalThis.deshieloScript !== undefined)
  globalThis.deshieloScript.exports = {
    createIconDataset,
    createPhotoDataset,
    createDrawingDataset,
    createMyDrawings,
  } satisfies LabelledDataScript;
