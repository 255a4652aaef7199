/** Selects the tests for `npm test`, and what they need before Vitest starts. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of `dist/`. */
const sources = ['src', 'public', 'tools', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** Vitest's arguments for each part of the tests. */
const projects = {
  all: [],
  unit: ['--project', 'unit'],
  browser: ['--project', 'browser', '--project', 'browser-alone'],
};

/**
 * Returns what the arguments of `npm test` select.
 * @param {readonly string[]} args first `--unit` or `--browser` for a part of the tests, then parts of file names and options
 * of Vitest
 * @param {readonly string[]} files the paths of all test files from the project's root, with `/`
 * @returns {{ isComplete: boolean, needsChromium: boolean, needsFirefox: boolean, vitest: readonly string[] }}
 */
export function wantedTests(args, files) {
  const [first = ''] = args;
  const part = first === '--unit' ? 'unit' : first === '--browser' ? 'browser' : 'all';
  const rest = part === 'all' ? args : args.slice(1);
  // The value of an option counts as a name, too; at worst this finds a browser that is not needed.
  const names = rest.filter((arg) => !arg.startsWith('-'));
  const asked = files.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  const inBrowser = part === 'unit' ? [] : asked.filter((file) => file.startsWith('tests/browser/'));
  return {
    isComplete: args.length === 0,
    needsChromium: inBrowser.some((file) => !file.includes('/firefox')),
    needsFirefox: inBrowser.some((file) => file.includes('/firefox')),
    vitest: [...projects[part], ...rest],
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
