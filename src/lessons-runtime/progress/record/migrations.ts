import * as v from 'valibot';
import { type AttemptStage, isEarlyStage } from '../../lesson/attempt-stages.ts';

/** Tables by name, in the form of an earlier version. Their records are not validated yet. */
export type OldTables = Readonly<Record<string, readonly unknown[]>>;

/** The current version of the record's form. It is the version of the database and of exported files and hand-ins. */
export const recordVersion = 3;

/**
 * The migrations, by the version that they produce from the version before. They apply to databases and to files. A record
 * that a migration does not recognize is left unchanged; it is quarantined when it is read from the database, and makes a
 * file invalid.
 */
const steps: Readonly<Record<number, (tables: OldTables) => OldTables>> = {
  // Version 1: edits have no time.
  2: (tables) => ({
    ...tables,
    edits: (tables['edits'] ?? []).map((edit) =>
      typeof edit === 'object' && edit !== null ? { at: 0, ...edit } : edit,
    ),
  }),
  // Version 2: `message` holds either the stage of an attempt, or when a bet was placed, or the message.
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

/**
 * Returns the stage of an attempt of version 2. An author's message may have the name of a stage; `compared` tells them
 * apart, because only a check sets it.
 */
function stageOf(
  { verdict, message, compared }: v.InferOutput<typeof attemptOfVersion2>,
  isExercise: boolean,
): AttemptStage {
  if (verdict === 'broken') return 'broken';
  if (!isExercise) return message === 'before-training' || message === 'after-training' ? message : 'checked';
  return verdict === 'incorrect' && compared === undefined && isEarlyStage(message) ? message : 'checked';
}

/** Migrates tables of a version to the current one. */
export function migrate(tables: OldTables, version: number): OldTables {
  let migrated = tables;
  for (let next = version + 1; next <= recordVersion; next++) migrated = steps[next]?.(migrated) ?? migrated;
  return migrated;
}
