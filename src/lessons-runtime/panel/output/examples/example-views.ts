/** The views of predictions and embeddings, in a script of their own that is loaded with the first of them. */
export { showEmbeddings } from './show-embeddings.ts';
export { showOcclusion } from './show-occlusion.ts';
export { showPredictions } from './show-predictions.ts';
