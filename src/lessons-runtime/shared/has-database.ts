/**
 * Whether the browser keeps a database of this name, without making one. One that does not tell (Firefox before 126) may.
 */
export async function hasDatabase(name: string): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some((database) => database.name === name);
  } catch {
    return true;
  }
}
