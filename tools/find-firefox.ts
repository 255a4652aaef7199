import { join } from 'node:path';
import { firstProgram, onPath } from './find-program.ts';

const commands = ['firefox', 'firefox-esr'];

/** Where installers put it that leave nothing on the path. */
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
 * The Firefox that the smoke tests drive: `$FIREFOX_PATH` where it is set, else one on the path, else one in its usual place.
 * @returns the path of a program that may be run, or `null` where there is none, or where `$FIREFOX_PATH` names none
 */
export async function findFirefox(): Promise<string | null> {
  const wanted = process.env['FIREFOX_PATH'];
  if (wanted) return firstProgram([wanted]);
  return firstProgram([...onPath(commands), ...(installed[process.platform] ?? [])]);
}
