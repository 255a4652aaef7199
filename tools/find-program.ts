import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Every place on the path where one of these commands could be. */
export function onPath(commands: readonly string[]): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** The first that may be run, or `null`. */
export async function firstProgram(candidates: readonly string[]): Promise<string | null> {
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return null;
}

export async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
