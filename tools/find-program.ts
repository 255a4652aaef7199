import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Returns the paths at which one of these commands could be, for every folder of `$PATH`. */
export function onPath(commands: readonly string[]): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Returns the first path that is executable, or `null`. */
export async function firstProgram(candidates: readonly string[]): Promise<string | null> {
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return null;
}

/** Returns whether a path is executable. */
export async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
