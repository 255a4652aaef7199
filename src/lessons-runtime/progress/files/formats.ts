/** The `format` field of exported records, of hand-ins and of files of drawings. */
export const recordFormat = 'deshielo-progress';
export const handInFormat = 'deshielo-hand-in';
export const drawingsFormat = 'deshielo-drawings';
