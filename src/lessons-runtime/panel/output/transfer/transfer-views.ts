/** The views of transfer learning, in a script of their own that is loaded with the first of them. */
export { showLayers } from './show-layers.ts';
export { showMoved } from './show-moved.ts';
export { showReport } from './show-report.ts';
