/** What `npm start` and `npm test` share: bringing the packages in, and running a command to its end. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lockfile = 'package-lock.json';
/** A copy of the lockfile that `node_modules` was installed from; another content means: install again. */
const stamp = 'node_modules/.deshielo-lock.json';

/** Runs a command with this terminal; ends this program where it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs exactly what the lockfile says, unless that is there already. */
export function ensureInstalled() {
  const wanted = readFileSync(lockfile, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Instalando los paquetes del proyecto… · Installing the project’s packages…');
  run('npm', ['ci']);
  writeFileSync(stamp, wanted);
}
