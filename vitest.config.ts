/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** One run, two kinds: what needs no browser, and the built site in a real Chromium (see `tests/support/`). */
export default getViteConfig({
  test: {
    // tfjs ships ES modules that Node takes for CommonJS; Vite resolves them as a browser build would.
    server: { deps: { inline: [/@tensorflow\/tfjs/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/built-site.ts',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
