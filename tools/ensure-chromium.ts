/** Finds a Chromium for the tests, or installs one. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';
import { installPackage } from './install-package.ts';

const find = () => findChromium().catch(() => null);

/** Returns the system's Chromium, or installs one: as root from Debian's package, otherwise with Playwright. */
async function ensureChromium(): Promise<string> {
  const existing = await find();
  if (existing !== null) return existing;
  console.log('No Chromium found. Installing one for the tests…');
  installPackage('chromium');
  const installed = await find();
  if (installed !== null) return installed;
  spawnSync('npm', ['exec', '--', 'playwright-core', 'install', 'chromium'], { stdio: 'inherit' });
  return findChromium();
}

try {
  console.log(`Chromium: ${await ensureChromium()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
