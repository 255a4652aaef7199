/// <reference types="vitest/config" />
import { availableParallelism } from 'node:os';
import { getViteConfig } from 'astro/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** What could fail beside another file that computes: tests of how long something takes. */
const alone = ['firefox', 'four-ways', 'isolation-stop', 'photo-classes', 'training-kit'].map(
  (name) => `tests/browser/${name}.test.ts`,
);

const browserTests = {
  globalSetup: 'tests/support/built-site.ts',
  testTimeout: 180_000,
  // A page may be slow on a busy machine; a second is not enough to say that it failed.
  expect: { poll: { timeout: 15_000 } },
  hookTimeout: 180_000,
};

/** One run, two kinds: what needs no browser, and the built site in a real Chromium (see `tests/support/`). */
export default getViteConfig({
  // tfjs's `main` is a bundle for Node with a core of its own; the ES modules are what a browser gets.
  ssr: { resolve: { mainFields: ['module', 'main'] } },
  test: {
    // playwright-core lets this one escape when a page ends while its frame's process is dying, which some tests are about.
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
          exclude: ['tests/browser/**'],
          testTimeout: 60_000,
          // Vitest leaves one processor to others, and puts off to the end what then has a single worker.
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
    ],
  },
});
