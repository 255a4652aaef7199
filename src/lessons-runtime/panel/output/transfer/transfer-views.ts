/** The views of transfer learning: a script of their own, which comes with the first of them. */
export { showLayers } from './show-layers.ts';
export { showMistakes } from './show-mistakes.ts';
export { showMoved } from './show-moved.ts';
