import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serveBuilt } from './serve-built.ts';

/** A copy of the site's own tree with one lesson more, which the generator wrote. */
export interface GeneratedLesson {
  /** The address of the site that was built from it. */
  readonly site: string;
  /** The folder of all its lessons. */
  readonly lessons: string;
  /** Builds it again, beside what is served. @returns whether it came to its end, and all that was said */
  rebuild(): { readonly isBuilt: boolean; readonly says: string };
  close(): void;
}

const parts = [
  'src',
  'tools',
  'public',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
];

/** Runs the generator as its command line says, builds the site and serves it. */
export async function generateLesson(args: readonly string[]): Promise<GeneratedLesson> {
  const tree = mkdtempSync(join(tmpdir(), 'generated-'));
  for (const part of parts) cpSync(part, join(tree, part), { recursive: true });
  linkModules(tree);
  const options = {
    cwd: tree,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  };
  const run = (command: string, ...rest: readonly string[]) =>
    execFileSync(command, rest, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
  run(process.execPath, 'tools/new-lesson/new-lesson.ts', ...args);
  run('astro', 'build');
  const { site, close } = await serveBuilt(tree, await freePort());
  return {
    site,
    lessons: join(tree, 'src/content/lessons'),
    rebuild() {
      const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', 'again'], {
        ...options,
        encoding: 'utf8',
      });
      return { isBuilt: status === 0, says: `${stdout}\n${stderr}` };
    },
    close: () => {
      close();
      rmSync(tree, { recursive: true, force: true });
    },
  };
}

/** What is installed, without what was cached beside it: that is of another tree. */
function linkModules(tree: string): void {
  const installed = resolve('node_modules');
  mkdirSync(join(tree, 'node_modules'));
  for (const name of readdirSync(installed)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(installed, name), join(tree, 'node_modules', name));
  }
}

function freePort(): Promise<number> {
  return new Promise((free) => {
    const server = createServer();
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => free(port));
    });
  });
}
