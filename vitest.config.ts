/// <reference types="vitest/config" />
import { availableParallelism } from 'node:os';
import { getViteConfig } from 'astro/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** Tests of how long something takes, which could fail while another file computes. */
const alone = ['tests/browser/isolation-stop.test.ts'];

const browserTests = {
  globalSetup: 'tests/support/built-site.ts',
  testTimeout: 180_000,
  // On a busy machine a page may need more than the default second.
  expect: { poll: { timeout: 15_000 } },
  hookTimeout: 180_000,
};

/** Tests without a browser, and tests of the built site in a real Chromium (see `tests/support/`). */
export default getViteConfig({
  // tfjs's `main` is a bundle for Node with its own copy of the core; a browser gets the ES modules.
  ssr: { resolve: { mainFields: ['module', 'main'] } },
  test: {
    // playwright-core leaves this rejection unhandled if a page is closed while the process of its frame ends.
    onUnhandledError: ({ message, stack }) =>
      !(message === 'Frame has been detached.' && stack?.includes('playwright-core')),
    sequence: { sequencer: LongestFirst },
    server: { deps: { inline: [/@tensorflow\/tfjs/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/long/**'],
          testTimeout: 60_000,
          // By default Vitest leaves one processor free, and runs projects with a single worker last.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        extends: true,
        test: {
          ...browserTests,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...browserTests,
          name: 'browser-alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...browserTests,
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
