/** The three parts of the course, in teaching order. They differ in how much of the network is trained. */
export const courseParts = ['pretrained', 'transfer', 'finetuning'] as const;

export type CoursePart = (typeof courseParts)[number];
