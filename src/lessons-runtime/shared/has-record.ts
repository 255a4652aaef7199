/** The name of the database of a learner's record. It is created when there is something to store. */
export const recordName = 'deshielo';

/** The name of the channel on which tabs announce changes of the record. */
export const recordChannel = 'deshielo:record';

/**
 * Whether the database of the record exists. Does not create it. Returns true if the browser cannot list databases, as Firefox
 * before 126.
 */
export async function hasRecord(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === recordName);
  } catch {
    return true;
  }
}
