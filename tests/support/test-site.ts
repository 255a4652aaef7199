import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The titles of the generated lesson, with characters that must be escaped in markup. */
export const generatedTitles = { es: '«Sonidos»: {a} <b> & "c"', en: 'Sounds: {a} <b> & “c”' };

/** The sources of the site. */
const sources = [
  'src',
  'tools',
  'public',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
];
const fixtures = 'tests/fixtures/lessons';

/** The folder of the test site, with a copy of the sources. */
export const testTree = join(
  tmpdir(),
  `deshielo-test-site-${createHash('sha256').update(resolve('.')).digest('hex').slice(0, 12)}`,
);
const mark = join(testTree, 'built');
const environment = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };

/**
 * Builds the site with the lessons of `tests/fixtures/lessons`, on which the engine is tested, and one that the lesson
 * generator has just written, unless no source is newer than the last build.
 */
export function buildTestSite(): void {
  const newest = Math.max(...[...sources, fixtures, 'tests/support/test-site.ts'].map(newestIn));
  if (existsSync(mark) && statSync(mark).mtimeMs > newest) return;
  rmSync(testTree, { recursive: true, force: true });
  for (const part of sources) cpSync(part, join(testTree, part), { recursive: true });
  cpSync(fixtures, join(testTree, 'src/content/lessons'), { recursive: true });
  linkModules();
  const { es, en } = generatedTitles;
  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(command, args, { cwd: testTree, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  run(process.execPath, 'tools/new-lesson/new-lesson.ts', '06-audio', '--es', es, '--en', en);
  run('astro', 'build');
  writeFileSync(mark, '');
}

/** Builds the test site again, into another folder than the served one. @returns whether it succeeded, and its output */
export function rebuildTestSite(): { readonly isBuilt: boolean; readonly says: string } {
  const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', 'again'], {
    cwd: testTree,
    env: environment,
    encoding: 'utf8',
  });
  return { isBuilt: status === 0, says: `${stdout}\n${stderr}` };
}

function newestIn(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Links the installed packages, without the caches of the other tree. */
function linkModules(): void {
  const installed = resolve('node_modules');
  mkdirSync(join(testTree, 'node_modules'));
  for (const name of readdirSync(installed)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(installed, name), join(testTree, 'node_modules', name));
  }
}
