/** The part of a stored attempt that is used here. */
interface Attempt {
  readonly verdict: string;
  readonly answer: string;
}

/**
 * Whether the page explains all options, steps or pairs of a question: after a right answer, or after two different wrong
 * ones. Until then, a wrong answer gets a hint only, so that another try is worthwhile.
 */
export function isExplained(attempts: readonly Attempt[]): boolean {
  if (attempts.some(({ verdict }) => verdict === 'correct')) return true;
  const wrong = attempts.filter(({ verdict }) => verdict === 'incorrect');
  return new Set(wrong.map(({ answer }) => answer)).size > 1;
}

/** Counts the options that an answer marks or leaves as the key does. */
export function countRightlyMarked(
  { count, right }: { readonly count: number; readonly right: readonly number[] },
  chosen: readonly number[],
): number {
  return Array.from({ length: count }, (_, option) => option).filter(
    (option) => right.includes(option) === chosen.includes(option),
  ).length;
}
