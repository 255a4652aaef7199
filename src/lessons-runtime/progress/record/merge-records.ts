import { byKey } from './record-change.ts';
import { mapTables } from './record-tables.ts';
import type {
  Attempt,
  ItemRecord,
  LearnerRecord,
  LoggedRun,
  Records,
  RecordTables,
  TableName,
} from './record-types.ts';
import { mergeSolutionSeen } from './solution-seen.ts';

type MergeFunctions = {
  readonly [Table in TableName]: (mine: Records[Table], theirs: Records[Table]) => Records[Table];
};

/** Merge two records with the same key. No work is lost by merging, and merging the same record again changes nothing. */
const merges: MergeFunctions = {
  edits: (mine, theirs) => (theirs.at > mine.at ? theirs : mine),
  items: joinItems,
  runs: (mine) => mine,
  cells: (mine, theirs) => ({
    ...(theirs.at > mine.at ? theirs : mine),
    runs: Math.max(mine.runs, theirs.runs),
    wasDone: mine.wasDone || theirs.wasDone,
  }),
  steps: (mine, theirs) => (theirs.at < mine.at ? theirs : mine),
  places: (mine, theirs) => (theirs.at > mine.at ? theirs : mine),
  drawings: (mine) => mine,
  learner: (mine, theirs) => ({
    name: mine.name === '' ? theirs.name : mine.name,
    lastRun: Math.max(mine.lastRun, theirs.lastRun),
  }),
};

/** Merges the record of this device (`mine`) with that of a file (`theirs`). */
export function mergeRecords(mine: RecordTables, theirs: RecordTables): RecordTables {
  const joined = mapTables((table) => {
    const records = byKey(table, mine[table]);
    for (const [name, other] of byKey(table, theirs[table])) {
      const own = records.get(name);
      records.set(
        name,
        own === undefined ? other : { ...own, record: merges[table](own.record, other.record) },
      );
    }
    return [...records.values()].map(({ record }) => record);
  });
  const learner = joined.learner[0] ?? { name: '', lastRun: 0 };
  const runs = joinRuns(mine.runs, theirs.runs, learner);
  return { ...joined, runs: runs.runs, learner: [{ ...learner, lastRun: runs.lastRun }] };
}

function joinItems({ bet, solutionSeenAt, ...mine }: ItemRecord, theirs: ItemRecord): ItemRecord {
  const attempts = joinAttempts(mine.attempts, theirs.attempts);
  const newest = (bet?.at ?? 0) >= (theirs.bet?.at ?? 0) ? bet : theirs.bet;
  // An attempt that is newer than the bet decided it.
  const isOpen = newest !== undefined && newest.at > (attempts.at(-1)?.at ?? 0);
  return {
    ...mine,
    attempts,
    hints: Math.max(mine.hints, theirs.hints),
    ...mergeSolutionSeen({ isSolutionSeen: mine.isSolutionSeen, solutionSeenAt }, theirs),
    ...(isOpen ? { bet: newest } : {}),
  };
}

function joinAttempts(mine: readonly Attempt[], theirs: readonly Attempt[]): readonly Attempt[] {
  const all = new Map([...theirs, ...mine].map((attempt) => [JSON.stringify(attempt), attempt]));
  return [...all.values()].sort((a, b) => a.at - b.at);
}

/**
 * Merges trainings. They are identified by cell and end time, because numbers are only unique on one device. A training of
 * the file gets a new number if its own is taken.
 */
function joinRuns(
  mine: readonly LoggedRun[],
  theirs: readonly LoggedRun[],
  { lastRun }: LearnerRecord,
): { readonly runs: readonly LoggedRun[]; readonly lastRun: number } {
  const identityOf = ({ lesson, cell, at }: LoggedRun) => JSON.stringify([lesson, cell, at]);
  const runs = new Map(mine.map((run) => [identityOf(run), run]));
  const taken = new Set(mine.map(({ number }) => number));
  let last = [...taken, ...theirs.map(({ number }) => number)].reduce((a, b) => Math.max(a, b), lastRun);
  for (const run of theirs) {
    const own = runs.get(identityOf(run));
    if (own !== undefined) runs.set(identityOf(run), own.note === '' ? { ...own, note: run.note } : own);
    else {
      const number = taken.has(run.number) ? ++last : run.number;
      taken.add(number);
      runs.set(identityOf(run), { ...run, number });
    }
  }
  return { runs: [...runs.values()], lastRun: last };
}
