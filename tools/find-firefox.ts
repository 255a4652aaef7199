import { join } from 'node:path';
import { firstProgram, onPath } from './find-program.ts';

const commands = ['firefox', 'firefox-esr'];

/** Where installers put Firefox without adding it to the path. */
const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    commands.map((command) => join(folder, command)),
  ),
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
};

/**
 * Finds the Firefox for the smoke tests: `$FIREFOX_PATH` if it is set, otherwise the first on the path or in the usual places.
 * @returns the path of an executable; `null` if there is none, or if `$FIREFOX_PATH` is not executable
 */
export async function findFirefox(): Promise<string | null> {
  const wanted = process.env['FIREFOX_PATH'];
  if (wanted) return firstProgram([wanted]);
  return firstProgram([...onPath(commands), ...(installed[process.platform] ?? [])]);
}
