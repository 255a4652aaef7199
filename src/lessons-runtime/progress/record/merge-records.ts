import { mapTables } from './record-tables.ts';
import type {
  Attempt,
  ItemRecord,
  LearnerRecord,
  LoggedRun,
  Records,
  TableName,
  WholeRecord,
} from './record-types.ts';
import { firstSeen } from './solution-seen.ts';
import { byKey } from './whole-change.ts';

type Merges = {
  readonly [Table in TableName]: (mine: Records[Table], theirs: Records[Table]) => Records[Table];
};

/** What two records of the same thing become: nothing that was done is undone by it, and doing it twice changes nothing. */
const merges: Merges = {
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
  learner: (mine, theirs) => ({
    name: mine.name === '' ? theirs.name : mine.name,
    lastRun: Math.max(mine.lastRun, theirs.lastRun),
  }),
};

/** What is here and what comes from a file, as one. */
export function mergeRecords(mine: WholeRecord, theirs: WholeRecord): WholeRecord {
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
  // What was decided on either side stands no longer.
  const stands = newest !== undefined && newest.at > (attempts.at(-1)?.at ?? 0);
  return {
    ...mine,
    attempts,
    hints: Math.max(mine.hints, theirs.hints),
    ...firstSeen({ isSolutionSeen: mine.isSolutionSeen, solutionSeenAt }, theirs),
    ...(stands ? { bet: newest } : {}),
  };
}

function joinAttempts(mine: readonly Attempt[], theirs: readonly Attempt[]): readonly Attempt[] {
  const all = new Map([...theirs, ...mine].map((attempt) => [JSON.stringify(attempt), attempt]));
  return [...all.values()].sort((a, b) => a.at - b.at);
}

/** Numbers are a device's own: a training is known again by its cell and its end, and one from elsewhere may get a new number. */
function joinRuns(
  mine: readonly LoggedRun[],
  theirs: readonly LoggedRun[],
  { lastRun }: LearnerRecord,
): { readonly runs: readonly LoggedRun[]; readonly lastRun: number } {
  const place = ({ lesson, cell, at }: LoggedRun) => JSON.stringify([lesson, cell, at]);
  const runs = new Map(mine.map((run) => [place(run), run]));
  const taken = new Set(mine.map(({ number }) => number));
  let last = [...taken, ...theirs.map(({ number }) => number)].reduce((a, b) => Math.max(a, b), lastRun);
  for (const run of theirs) {
    const own = runs.get(place(run));
    if (own !== undefined) runs.set(place(run), own.note === '' ? { ...own, note: run.note } : own);
    else {
      const number = taken.has(run.number) ? ++last : run.number;
      taken.add(number);
      runs.set(place(run), { ...run, number });
    }
  }
  return { runs: [...runs.values()], lastRun: last };
}
