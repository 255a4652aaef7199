/** The views that a first run rarely needs, in a script of their own that is loaded with the first of them. */

export { showDownload } from './show-download.ts';
export { showImage } from './show-image.ts';
export { showMarkdown } from './show-markdown.ts';
export { showModel } from './show-model.ts';
export { showTable } from './show-table.ts';
export { showTensor } from './show-tensor.ts';
export { showTree } from './show-tree.ts';
