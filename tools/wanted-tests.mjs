/** Selects the tests for `npm test`, and what they need before Vitest starts. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of `dist/`. */
const sources = ['src', 'public', 'tools', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** Vitest's arguments for each part of the tests, by the option that selects it. */
const parts = {
  '--unit': ['--project', 'unit'],
  '--browser': ['--project', 'browser', '--project', 'browser-alone'],
  '--long': ['--project', 'long'],
};
const withoutLong = ['--project', '!long'];

/**
 * Returns what the arguments of `npm test` select.
 * @param {readonly string[]} args first `--unit`, `--browser` or `--long` for a part of the tests, then parts of file names and
 * options of Vitest. Without a part, these are all tests but those of `tests/long/`
 * @param {readonly string[]} files the paths of all test files from the project's root, with `/`
 * @returns {{ isComplete: boolean, needsChromium: boolean, needsFirefox: boolean, vitest: readonly string[] }}
 */
export function wantedTests(args, files) {
  const [first = ''] = args;
  const projects = parts[first];
  const rest = projects === undefined ? args : args.slice(1);
  // The value of an option counts as a name, too; at worst this finds a browser that is not needed.
  const names = rest.filter((arg) => !arg.startsWith('-'));
  const asked = files.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  const folder = first === '--long' ? 'tests/long/' : 'tests/browser/';
  const inBrowser = first === '--unit' ? [] : asked.filter((file) => file.startsWith(folder));
  return {
    isComplete: args.length === 0,
    needsChromium: inBrowser.some((file) => !file.includes('/firefox')),
    needsFirefox: inBrowser.some((file) => file.includes('/firefox')),
    vitest: [...(projects ?? withoutLong), ...rest],
  };
}

/** Returns the paths of all test files. */
export function testFiles(folder = 'tests') {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

/** Returns whether `dist/` is newer than all of its sources. */
export function isBuilt() {
  const page = 'dist/es/index.html';
  return existsSync(page) && statSync(page).mtimeMs > Math.max(...sources.filter(existsSync).map(newestIn));
}

function newestIn(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
