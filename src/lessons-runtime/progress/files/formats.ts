/** The `format` field of exported records and of hand-ins. */
export const recordFormat = 'deshielo-progress';
export const handInFormat = 'deshielo-hand-in';
