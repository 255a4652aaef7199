/** The database of a learner's record: there is one as soon as there is something to keep. */
export const recordName = 'deshielo';
