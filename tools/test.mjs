/**
 * `npm test`: installs what is missing, finds or installs a Chromium (and a Firefox, where it can), checks the code, builds the course and runs every test.
 * With names of files it runs only these, and `--unit` or `--browser` before them only that part; a browser is looked for, and
 * the course built, only where a test of these needs it.
 * Plain JavaScript, because it runs before anything is installed. Other arguments go to Vitest.
 */
import { ensureInstalled, run } from './install.mjs';
import { isBuilt, testFiles, wantedTests } from './wanted-tests.mjs';

ensureInstalled();
const { isWhole, needsChromium, needsFirefox, vitest } = wantedTests(process.argv.slice(2), testFiles());
if (needsChromium) run('npm', ['exec', '--', 'node', 'tools/ensure-chromium.ts']);
if (needsFirefox) run('npm', ['exec', '--', 'node', 'tools/ensure-firefox.ts']);
if (isWhole) run('npm', ['run', '--silent', 'check']);
if (isWhole || ((needsChromium || needsFirefox) && !isBuilt())) run('npm', ['run', '--silent', 'build']);
run('npm', ['exec', '--', 'vitest', 'run', ...vitest]);
