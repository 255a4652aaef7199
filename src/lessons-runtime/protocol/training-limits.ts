/** Limits of the record of one training. The worker thins longer records; the page rejects records that exceed them. */
export const trainingLimits = {
  /** Epochs of a curve; of a longer training every n-th epoch and the last are kept. */
  epochs: 500,
  curves: 16,
  /** Classes of a confusion matrix. */
  classes: 100,
  /** Characters of a name. */
  text: 120,
  /** Trainings reported for one run of a cell, so that a loop of fits does not fill the log. */
  perRun: 50,
} as const;
