import * as v from 'valibot';
import { type AttemptStage, isEarlyStage } from '../../lesson/attempt-stages.ts';

/** The records of one table, as an earlier version wrote them. */
export type OldTables = Readonly<Record<string, readonly unknown[]>>;

/** What the record is written as today, in the database and in exported files. */
export const recordVersion = 3;

/**
 * What makes a record of the version before one of this version; each is told apart by the version it makes.
 * The same steps serve a database that is older than the page and a file that is older than the database.
 * What a step does not understand it leaves as it is: reading it puts it aside.
 */
const steps: Readonly<Record<number, (tables: OldTables) => OldTables>> = {
  // 1 had edits without their time.
  2: (tables) => ({
    ...tables,
    edits: (tables['edits'] ?? []).map((edit) =>
      typeof edit === 'object' && edit !== null ? { at: 0, ...edit } : edit,
    ),
  }),
  // 2 had the stage of a try, or when a bet was placed, in the place of a message.
  3: (tables) => ({
    ...tables,
    items: (tables['items'] ?? []).map((item) =>
      v.is(itemOfVersion2, item)
        ? { ...item, attempts: item.attempts.map((attempt) => withStage(attempt, item.item)) }
        : item,
    ),
  }),
};

const itemOfVersion2 = v.looseObject({ item: v.string(), attempts: v.array(v.unknown()) });
const attemptOfVersion2 = v.looseObject({
  verdict: v.string(),
  message: v.string(),
  compared: v.exactOptional(v.unknown()),
});

function withStage(attempt: unknown, item: string): unknown {
  if (!v.is(attemptOfVersion2, attempt)) return attempt;
  const stage = stageOf(attempt, item.startsWith('exercise/'));
  return { ...attempt, stage, message: stage === attempt.message ? '' : attempt.message };
}

/** A check always tells what it compared, and a message may be called as a stage is: then it is a message. */
function stageOf(
  { verdict, message, compared }: v.InferOutput<typeof attemptOfVersion2>,
  isExercise: boolean,
): AttemptStage {
  if (verdict === 'broken') return 'broken';
  if (!isExercise) return message === 'before-training' || message === 'after-training' ? message : 'checked';
  return verdict === 'incorrect' && compared === undefined && isEarlyStage(message) ? message : 'checked';
}

/** Brings tables up to today's version, one step after the other. */
export function migrate(tables: OldTables, version: number): OldTables {
  let migrated = tables;
  for (let next = version + 1; next <= recordVersion; next++) migrated = steps[next]?.(migrated) ?? migrated;
  return migrated;
}
