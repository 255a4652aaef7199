import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

/** Makes sure that the browser tests have a Chromium: the system's, else Debian's package (as root), else Playwright's own. */
function attempt(command: string, args: readonly string[]): boolean {
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

async function found(): Promise<string | null> {
  return findChromium().catch(() => null);
}

async function ensureChromium(): Promise<string> {
  const there = await found();
  if (there !== null) return there;
  console.log('No Chromium found. Installing one for the tests…');
  if (process.getuid?.() === 0 && attempt('apt-get', ['update', '-qq'])) {
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  const installed = await found();
  if (installed !== null) return installed;
  attempt('npm', ['exec', '--', 'playwright-core', 'install', 'chromium']);
  return findChromium();
}

try {
  console.log(`Chromium: ${await ensureChromium()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
