/**
 * `npm test`: installs what is missing, finds or installs a Chromium (and a Firefox, where it can), checks the code, builds the course and runs every test.
 * Plain JavaScript, because it runs before anything is installed. Arguments go to Vitest.
 */
import { ensureInstalled, run } from './install.mjs';

ensureInstalled();
run('npm', ['exec', '--', 'node', 'tools/ensure-chromium.ts']);
run('npm', ['exec', '--', 'node', 'tools/ensure-firefox.ts']);
const only = process.argv.slice(2);
if (only.length === 0) {
  run('npm', ['run', '--silent', 'check']);
  run('npm', ['run', '--silent', 'build']);
}
run('npm', ['exec', '--', 'vitest', 'run', ...only]);
