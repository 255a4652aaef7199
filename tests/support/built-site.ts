import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site's address, without a slash at its end. */
    readonly site: string;
  }
}

/** `DESHIELO_TEST_PORT` lets two checkouts be tested at once. */
const port = Number(process.env['DESHIELO_TEST_PORT'] ?? 4390);
const site = `http://localhost:${port}`;

/** Serves `dist/` for the browser tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync('dist/es/index.html')) {
    throw new Error('dist/ holds no built site: run `npm run build` first (`npm test` does).');
  }
  const server = spawn('astro', ['preview', '--ignore-lock', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  await answered(server);
  project.provide('site', site);
  return () => {
    server.kill();
  };
}

async function answered(server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`astro preview ended at once: is port ${port} taken?`);
    const response = await fetch(`${site}/es/`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('astro preview did not answer within 10 s');
}
