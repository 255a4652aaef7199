import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { serveBuilt } from './serve-built.ts';
import { buildTestSite, testTree } from './test-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built course, without a slash at its end. */
    readonly site: string;
    /** The address of the course with the tests' own lessons in it. */
    readonly testSite: string;
  }
}

/** Serves `dist/` and the test site for the browser tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync('dist/es/index.html')) {
    throw new Error('dist/ holds no built site: run `npm run build` first (`npm test` does).');
  }
  buildTestSite();
  const servers = [
    await serveBuilt('.', await freePort()),
    await serveBuilt(testTree, await freePort()),
  ] as const;
  project.provide('site', servers[0].site);
  project.provide('testSite', servers[1].site);
  return () => {
    for (const { close } of servers) close();
  };
}

function freePort(): Promise<number> {
  return new Promise((free) => {
    const server = createServer();
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => free(port));
    });
  });
}
