import type { ItemRecord } from './record-types.ts';

/** Whether a solution was opened, and when first, in milliseconds since 1970. */
type SolutionSeen = Pick<ItemRecord, 'isSolutionSeen'> & { readonly solutionSeenAt?: number | undefined };

/** Marks the solution of an item as opened, unless it already is. @param at milliseconds since 1970 */
export function markSolutionSeen(record: ItemRecord, at: number): ItemRecord {
  return record.isSolutionSeen ? record : { ...record, isSolutionSeen: true, solutionSeenAt: at };
}

/** Returns whether the solution was opened before or after the item was solved; `before` if the time is unknown. */
export function solutionSeen({
  attempts,
  isSolutionSeen,
  solutionSeenAt,
}: ItemRecord): 'never' | 'before' | 'after' {
  if (!isSolutionSeen) return 'never';
  const solved = attempts.find(({ verdict }) => verdict === 'correct');
  return solved !== undefined && solutionSeenAt !== undefined && solved.at <= solutionSeenAt
    ? 'after'
    : 'before';
}

/** Merges two records of one item. The earlier time counts; it is unknown if one of the two times is. */
export function mergeSolutionSeen(
  mine: SolutionSeen,
  theirs: SolutionSeen,
): Pick<ItemRecord, 'isSolutionSeen' | 'solutionSeenAt'> {
  const seen = [mine, theirs].filter(({ isSolutionSeen }) => isSolutionSeen);
  const times = seen.flatMap(({ solutionSeenAt }) => solutionSeenAt ?? []);
  return {
    isSolutionSeen: seen.length > 0,
    ...(times.length > 0 && times.length === seen.length ? { solutionSeenAt: Math.min(...times) } : {}),
  };
}
