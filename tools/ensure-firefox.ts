/** Installs a Firefox for the tests if possible. Without one, the tests that need it are skipped. */
import { findFirefox } from './find-firefox.ts';
import { canInstallPackages, installPackage } from './install-package.ts';

/** Returns the system's Firefox, or installs Debian's package as root; `null` if there is none. */
async function ensureFirefox(): Promise<string | null> {
  const existing = await findFirefox();
  if (existing !== null || process.env['FIREFOX_PATH'] || !canInstallPackages()) return existing;
  console.log('No Firefox found. Installing one for the tests…');
  installPackage('firefox-esr');
  return findFirefox();
}

console.log(`Firefox: ${(await ensureFirefox()) ?? 'none; the tests that need it are skipped'}`);
