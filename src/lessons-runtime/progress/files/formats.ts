/** What the course's files call themselves. */
export const recordFormat = 'deshielo-progress';
export const handInFormat = 'deshielo-hand-in';
