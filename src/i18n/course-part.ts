/** The three parts of the course, in teaching order: how much of the network is thawed. */
export const courseParts = ['pretrained', 'transfer', 'finetuning'] as const;

export type CoursePart = (typeof courseParts)[number];
