/** A typed answer without what does not matter in it: case, accents, quotation marks, spaces too many, a full stop. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[«»“”"'’‘`¿¡?!]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '')
    .trim();
}

/** What a cell shows, as someone types it: spaces beside brackets, commas and the like do not matter either. */
export function normaliseOutput(text: string): string {
  return normaliseText(text.replace(/\u2212/g, '-')).replace(/ ?([[\](){},:×]) ?/g, '$1');
}
