import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serveBuilt } from './serve-built.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site's address, without a slash at its end. */
    readonly site: string;
  }
}

/** `DESHIELO_TEST_PORT` lets two checkouts be tested at once. */
const port = Number(process.env['DESHIELO_TEST_PORT'] ?? 4390);

/** Serves `dist/` for the browser tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync('dist/es/index.html')) {
    throw new Error('dist/ holds no built site: run `npm run build` first (`npm test` does).');
  }
  const { site, close } = await serveBuilt('.', port);
  project.provide('site', site);
  return close;
}
