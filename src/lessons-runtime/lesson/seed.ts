/** The seed of a lesson that nobody changed. */
export const defaultSeed = 42;

/** Seeds are whole numbers from 0 to this. */
export const largestSeed = 2 ** 32 - 1;

/** The seed that a text names, or `null` where it names none. */
export function parseSeed(text: string): number | null {
  if (!/^\d+$/.test(text.trim())) return null;
  const seed = Number(text);
  return seed <= largestSeed ? seed : null;
}
