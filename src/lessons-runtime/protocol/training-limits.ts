/** What the record of one training may hold. The worker thins what is more, and the page takes no more. */
export const trainingLimits = {
  /** Epochs of a curve; of a longer training every n-th, and the last. */
  epochs: 500,
  curves: 16,
  /** Of a confusion matrix. */
  classes: 100,
  /** Characters of a name. */
  text: 120,
  /** Trainings of one run of a cell that are told of: a loop of fits must not fill the log. */
  perRun: 50,
} as const;
