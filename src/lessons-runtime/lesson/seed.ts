/** The default seed of a lesson. */
export const defaultSeed = 42;

/** The largest seed. Seeds are integers from 0. */
export const largestSeed = 2 ** 32 - 1;

/** Parses a seed. @returns `null` if the text is no valid seed */
export function parseSeed(text: string): number | null {
  if (!/^\d+$/.test(text.trim())) return null;
  const seed = Number(text);
  return seed <= largestSeed ? seed : null;
}
