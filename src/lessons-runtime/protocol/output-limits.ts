// Not in the file of the schemas, because the worker does not bundle those.

/** The maximum number of bins of a tensor's histogram. */
export const histogramBins = 24;

/** The maximum number of pictures shown of a batch. */
export const picturesShown = 16;

/** The maximum number of examples shown of those that a model predicts worst. */
export const mistakesShown = 24;
/** The maximum number of classes of a report's confusion matrix, and of a live view. */
export const reportClasses = 30;
/** The maximum number of pictures behind the cells of a confusion matrix, all cells together. */
export const thumbnailsShown = 144;
/** The maximum number of points of an embedding map. */
export const pointsShown = 300;
/** The maximum side of the pictures of a live view, in pixels. */
export const liveSide = 256;
/** The maximum length of a `data` message in characters; the answers to any exercise are shorter. */
export const dataLetters = 4_000_000;
/** The maximum size of a download, all files together: 256 MB, twenty times the size of a network of this course. */
export const downloadBytes = 256 * 2 ** 20;
