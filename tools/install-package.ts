import { spawnSync } from 'node:child_process';

/** Returns whether Debian packages can be installed, which only root can do. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0;
}

/** Installs a Debian package if possible. Failures are not reported, because the caller looks for the program anyway. */
export function installPackage(name: string): void {
  if (canInstallPackages() && aptGet('update', '-qq')) {
    aptGet('install', '-y', '-qq', '--no-install-recommends', name);
  }
}

function aptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
}
