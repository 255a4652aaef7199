/** The records of one table, as an earlier version wrote them. */
export type OldTables = Readonly<Record<string, readonly unknown[]>>;

/** What the record is written as today, in the database and in exported files. */
export const recordVersion = 2;

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
};

/** Brings tables up to today's version, one step after the other. */
export function migrate(tables: OldTables, version: number): OldTables {
  let migrated = tables;
  for (let next = version + 1; next <= recordVersion; next++) migrated = steps[next]?.(migrated) ?? migrated;
  return migrated;
}
