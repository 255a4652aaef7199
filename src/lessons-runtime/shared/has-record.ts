/** The database of a learner's record: there is one as soon as there is something to keep. */
export const recordName = 'deshielo';

/** The channel on which tabs tell each other of what changed in it. */
export const recordChannel = 'deshielo:record';

/** Whether there is such a record, without making one. A browser that does not tell (Firefox before 126) may have it. */
export async function hasRecord(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === recordName);
  } catch {
    return true;
  }
}
