/** The parts of a data set. No example, and no example of its group, is in two of them. */
export const parts = ['train', 'validation', 'test'] as const;
export type Part = (typeof parts)[number];
