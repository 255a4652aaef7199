/** The name of the database of the photos that learners chose for lessons. */
export const chosenPhotosName = 'deshielo-chosen-photos';

/** Whether a database exists. Does not create it. Returns true if the browser cannot list databases, as Firefox before 126. */
export async function hasDatabase(wanted: string): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === wanted);
  } catch {
    return true;
  }
}
