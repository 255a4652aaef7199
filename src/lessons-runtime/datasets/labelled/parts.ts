/** The parts of a data set. All examples of a group are in the same part. */
export const parts = ['train', 'validation', 'test'] as const;
export type Part = (typeof parts)[number];
