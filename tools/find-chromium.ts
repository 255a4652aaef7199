import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { firstProgram, isProgram, onPath } from './find-program.ts';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where installers put Chromium without adding it to the path. */
const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    commands.map((command) => join(folder, command)),
  ),
  darwin: ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** The folder in which `playwright install chromium` puts browsers, and the paths of the program in one, by platform. */
const playwrightCache: Partial<
  Record<NodeJS.Platform, readonly [cache: string, programs: readonly string[]]>
> = {
  linux: [join(homedir(), '.cache', 'ms-playwright'), ['chrome-linux64/chrome', 'chrome-linux/chrome']],
  darwin: [
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    ['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((folder) => [
      `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    ]),
  ],
  win32: [
    join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
    ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
  ],
};

/**
 * Finds the Chromium for tests and benchmarks: `$CHROMIUM_PATH` if it is set, otherwise the first on the path, in the usual
 * places, or in Playwright's cache, the newest first.
 * @returns the path of an executable
 * @throws Error if there is none, or if `$CHROMIUM_PATH` is not executable; the message says what to do
 */
export async function findChromium(): Promise<string> {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) {
    if (await isProgram(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which is not an executable file.`);
  }
  const usual = [...onPath(commands), ...(installed[process.platform] ?? [])];
  const found = await firstProgram([...usual, ...(await cached())]);
  if (found !== null) return found;
  throw new Error(
    [
      `No Chromium found: none of ${commands.join(', ')} on the path or in the usual places, none in Playwright's cache.`,
      'Install Chromium or Chrome, run `npx playwright-core install chromium`, or set CHROMIUM_PATH.',
    ].join('\n'),
  );
}

/** Returns the possible paths of the program in Playwright's cache, the newest version first. */
async function cached(): Promise<readonly string[]> {
  const [usual, programs] = playwrightCache[process.platform] ?? ['', []];
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] || usual;
  const names = await readdir(cache).catch(() => []);
  const revision = (name: string) => Number(name.slice(name.lastIndexOf('-') + 1));
  return names
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => programs.map((program) => join(cache, name, program)));
}
