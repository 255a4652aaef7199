// Apart from the schemas, which the worker does without.

/** At most so many bins has a tensor's histogram: what one sees at a glance. */
export const histogramBins = 24;

/** At most so many pictures of a batch are shown. */
export const picturesShown = 16;

/** At most so many of a data set's worst examples are shown. */
export const mistakesShown = 24;
/** Characters of the data that a run sends: more than the answers to any exercise. */
export const dataLetters = 4_000_000;
/** All files of a download together: 256 MB, twenty times what a network of this course takes. */
export const downloadBytes = 256 * 2 ** 20;
