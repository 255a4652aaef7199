/** Installs packages and runs commands, for `npm start` and `npm test`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const lockfile = 'package-lock.json';
/** A copy of the lockfile that `node_modules` was installed from. */
const stamp = 'node_modules/.deshielo-lock.json';

/** Runs a command in this terminal, and exits if it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs the packages of the lockfile, unless they are installed. */
export function ensureInstalled() {
  const wanted = readFileSync(lockfile, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Instalando los paquetes del proyecto… · Installing the project’s packages…');
  run('npm', ['ci']);
  writeFileSync(stamp, wanted);
}
