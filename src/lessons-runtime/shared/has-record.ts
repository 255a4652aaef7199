import { hasDatabase } from './has-database.ts';

/** The name of the database of a learner's record. It is created when there is something to store. */
export const recordName = 'deshielo';

/** The name of the channel on which tabs announce changes of the record. */
export const recordChannel = 'deshielo:record';

/** Whether the database of the record exists (see `hasDatabase`). */
export function hasRecord(): Promise<boolean> {
  return hasDatabase(recordName);
}
