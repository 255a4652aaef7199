/** The views that a first run rarely needs: a script of their own, which comes with the first of them. */

export { showDownload } from './show-download.ts';
export { showImage } from './show-image.ts';
export { showMarkdown } from './show-markdown.ts';
export { showModel } from './show-model.ts';
export { showTensor } from './show-tensor.ts';
