import type { ItemRecord } from './record-types.ts';

/** Whether a solution was seen, and when first. */
type Seen = Pick<ItemRecord, 'isSolutionSeen'> & { readonly solutionSeenAt?: number | undefined };

/** A record whose solution is opened: when it was opened first stays. @param at milliseconds since 1970 */
export function markSolutionSeen(record: ItemRecord, at: number): ItemRecord {
  return record.isSolutionSeen ? record : { ...record, isSolutionSeen: true, solutionSeenAt: at };
}

/** Whether the solution was seen before the learner had solved it; where the time is not known, it counts as before. */
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

/** The earlier of two: one of a time that is not known may have been any time. */
export function firstSeen(mine: Seen, theirs: Seen): Pick<ItemRecord, 'isSolutionSeen' | 'solutionSeenAt'> {
  const seen = [mine, theirs].filter(({ isSolutionSeen }) => isSolutionSeen);
  const times = seen.flatMap(({ solutionSeenAt }) => solutionSeenAt ?? []);
  return {
    isSolutionSeen: seen.length > 0,
    ...(times.length > 0 && times.length === seen.length ? { solutionSeenAt: Math.min(...times) } : {}),
  };
}
