import { spawnSync } from 'node:child_process';
import { findFirefox } from './find-firefox.ts';

/**
 * Gets the tests a Firefox where that is easy: the system's, else Debian's package (as root). Where there is none, the tests
 * that need one are skipped and say so; nothing fails for it.
 */
function attempt(command: string, args: readonly string[]): boolean {
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

async function ensureFirefox(): Promise<string | null> {
  const there = await findFirefox();
  if (there !== null || process.env['FIREFOX_PATH'] || process.getuid?.() !== 0) return there;
  console.log('No Firefox found. Installing one for the tests…');
  if (attempt('apt-get', ['update', '-qq'])) {
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr']);
  }
  return findFirefox();
}

console.log(`Firefox: ${(await ensureFirefox()) ?? 'none; its tests are skipped'}`);
